#include "cli/offered.hpp"

#include "app/askable.hpp"
#include "app/list.hpp"
#include "app/new_record.hpp"
#include "cli/help.hpp"
#include "format/engine/format.hpp"
#include "rules/engine/rule.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace rapport::cli {
namespace {

using How = Candidates::How;
using model::EngagementKind;
using model::RecordKind;

struct Asked {
  std::string_view question;
  Offer offer;
};

/// By the question; what has the same answer stands together.
constexpr std::array<Asked, 17> questions_asked = {{
    {"codes", Offer::code},
    {"commands", Offer::command},
    {"engagements", Offer::engagement},
    {"fields", Offer::field},
    {"fields", Offer::fields},
    {"formats", Offer::format},
    {"kinds", Offer::kind},
    {"letters", Offer::letter},
    {"mandates", Offer::mandate},
    {"matters", Offer::matter},
    {"partners", Offer::partner},
    {"queries", Offer::query},
    {"records", Offer::record},
    {"rules", Offer::rule},
    {"saved", Offer::saved},
    {"topics", Offer::topic},
    {"visits", Offer::visit},
}};

void add(Candidates& found, std::span<const std::string_view> words) {
  for (const auto word : words) found.words.push_back({std::string(word)});
}

void add(Candidates& found, Commands commands) {
  for (const auto& command : commands)
    found.words.push_back({std::string(command.name), command->summary});
}

template <class Listed>
Candidates names(const Listed& listed) {
  Candidates found;
  for (const auto& each : listed) found.words.push_back({std::string(each.name)});
  return found;
}

/// Those that can write what the command answers with.
Candidates formats(std::string_view command, const Session& session) {
  std::optional<view::Shape> shape;
  for (const auto& each : session.commands())
    if (each.name == command) shape = each->answers;
  return names(format::formats_for(shape));
}

/// Of the records that the audience may know of.
base::Done add_ids(Candidates& found, RecordKind kind, std::optional<EngagementKind> only,
                   Session& session) {
  if (auto opened = session.open(Needs::records); !opened) return opened;
  const app::Occasion occasion = session.occasion();
  if (occasion.audience == model::Audience::office) {
    found.basis = session.basis_without_records();
    const auto ids = only ? session.snapshot().ids(*only) : session.snapshot().ids(kind);
    add(found, ids);
    return base::done();
  }
  auto listed = app::list(session.snapshot(),
                          {.occasion = occasion,
                           .kind = kind,
                           .query = only ? fmt::format("kind:{}", value::word(*only)) : "",
                           .columns = "id"});
  if (!listed) return listed.failure();
  found.basis = listed->basis;
  for (const auto& group : std::get<view::Table>(listed->content).groups)
    for (const auto& row : group.rows) found.words.push_back({row.id});
  return base::done();
}

base::Result<Candidates> ids(Offer offer, Session& session) {
  struct Wanted {
    RecordKind kind;
    std::optional<EngagementKind> only = {};
  };
  std::vector<Wanted> wanted;
  if (offer == Offer::visit) wanted = {{RecordKind::engagement, EngagementKind::visit}};
  if (offer == Offer::matter) wanted = {{RecordKind::engagement, EngagementKind::case_}};
  if (offer == Offer::letter || offer == Offer::matter)
    wanted.push_back({RecordKind::engagement, EngagementKind::communication});
  if (offer == Offer::partner || offer == Offer::record) wanted.push_back({RecordKind::partner});
  if (offer == Offer::engagement || offer == Offer::record)
    wanted.push_back({RecordKind::engagement});
  Candidates found;
  for (const auto& [kind, only] : wanted)
    if (auto added = add_ids(found, kind, only, session); !added) return added.failure();
  return found;
}

}  // namespace

RecordKind records_of(std::string_view word) {
  return word.starts_with("engagement") ? RecordKind::engagement : RecordKind::partner;
}

Candidates offered_fields(RecordKind kind, bool is_query, const Session& session) {
  Candidates found;
  for (auto& field : app::askable_fields(kind, session.occasion().audience))
    if (!is_query || field.type->shape != value::Shape::block)
      found.words.push_back({is_query ? field.name + ":" : std::move(field.name)});
  if (is_query) found.words.push_back({"has:"});
  found.how = is_query ? How::unfinished : How::words;
  return found;
}

Candidates offered_codes(value::CodeSet set, Session& session) {
  static_cast<void>(session.open(Needs::root));
  Candidates found;
  if (set == value::CodeSet::absent) return found;
  for (const auto& code : session.library().codes().all(set))
    found.words.push_back({std::string(code)});
  return found;
}

base::Result<Candidates> saved_queries(std::optional<RecordKind> kind, Session& session) {
  Candidates found;
  if (auto opened = session.open(Needs::records); !opened) return opened.failure();
  if (session.occasion().audience != model::Audience::office) return found;
  found.basis = session.basis_without_records();
  for (std::string& name : app::saved_names(session.snapshot(), kind))
    found.words.push_back({std::move(name)});
  return found;
}

base::Result<Candidates> offered(Offer offer, std::string_view of, Session& session) {
  switch (offer) {
    case Offer::format:
      return formats(of, session);
    case Offer::field:
    case Offer::fields:
    case Offer::query:
      return offered_fields(records_of(of), offer == Offer::query, session);
    case Offer::kind: {
      Candidates found;
      if (records_of(of) == RecordKind::partner)
        add(found, value::words_of<model::PartnerKind>);
      else
        add(found, value::words_of<EngagementKind>);
      return found;
    }
    case Offer::record_kind: {
      Candidates found;
      for (const std::string_view record : {"partner", "engagement"}) {
        found.words.push_back({std::string(record)});
        add(found, app::kinds_of(record));
      }
      return found;
    }
    case Offer::set_word:
      return ids(Offer::record, session);
    case Offer::rule:
      return names(rules::all_rules());
    case Offer::command:
    case Offer::topic: {
      Candidates found;
      add(found, session.commands());
      if (offer == Offer::topic) add(found, help_topics);
      return found;
    }
    case Offer::mandate:
      return offered_codes(value::CodeSet::mandate, session);
    case Offer::code:
      return offered_codes(value::code_set(of), session);
    case Offer::file:
      return Candidates{.how = How::files};
    case Offer::directory:
      return Candidates{.how = How::directories};
    case Offer::saved:
      return saved_queries({}, session);
    case Offer::nothing:
    case Offer::words:
    case Offer::set_path:
    case Offer::revision:
    case Offer::compared:
    case Offer::history:
    case Offer::open_item:
    case Offer::staff:
      return Candidates{};  // they depend on what is typed
    default:
      return ids(offer, session);
  }
}

std::vector<std::string_view> questions() {
  std::vector<std::string_view> words;
  for (const Asked& each : questions_asked)
    if (words.empty() || words.back() != each.question) words.push_back(each.question);
  return words;
}

Offer asked_for(std::string_view question) {
  const auto found = std::ranges::find(questions_asked, question, &Asked::question);
  return found == questions_asked.end() ? Offer::nothing : found->offer;
}

}  // namespace rapport::cli
