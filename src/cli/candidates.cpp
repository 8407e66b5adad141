#include "cli/candidates.hpp"

#include "app/askable.hpp"
#include "app/list.hpp"
#include "app/new_record.hpp"
#include "app/set_paths.hpp"
#include "base/text.hpp"
#include "cli/help.hpp"
#include "cli/open_term.hpp"
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

RecordKind records_of(std::string_view word) {
  return word.starts_with("engagement") ? RecordKind::engagement : RecordKind::partner;
}

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

/// Those that the audience may ask for, as `list` decides.
Candidates fields(RecordKind kind, bool is_query, const Session& session) {
  Candidates found;
  for (auto& field : app::askable_fields(kind, session.occasion().audience))
    if (!is_query || field.type->shape != value::Shape::block)
      found.words.push_back({is_query ? field.name + ":" : std::move(field.name)});
  if (is_query) found.words.push_back({"has:"});
  found.how = is_query ? How::unfinished : How::words;
  return found;
}

/// Codes are of use before there is a repository, too.
Candidates codes(value::CodeSet set, Session& session) {
  static_cast<void>(session.open(Needs::root));
  Candidates found;
  if (set == value::CodeSet::absent) return found;
  for (const auto& code : session.library().codes().all(set))
    found.words.push_back({std::string(code)});
  return found;
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

Offer offer_of(value::Refers refers) {
  switch (refers) {
    case value::Refers::partner:
      return Offer::partner;
    case value::Refers::engagement:
      return Offer::engagement;
    case value::Refers::record:
      return Offer::record;
    case value::Refers::nothing:
      return Offer::nothing;
  }
  return Offer::nothing;
}

base::Result<Candidates> values(std::string_view name, RecordKind kind, Session& session) {
  const auto field = app::askable_field(name, kind, session.occasion().audience);
  Candidates found;
  if (!field) return found;
  const value::Type& type = *field->type;
  if (!type.words.empty()) return add(found, type.words), found;
  if (type.set != value::CodeSet::absent) return codes(type.set, session);
  if (type.shape != value::Shape::ref) return found;
  const Offer own = kind == RecordKind::partner ? Offer::partner : Offer::engagement;
  return offered(name == "id" ? own : offer_of(field->refers), {}, session);
}

/// The fields of a list, as an item of it is asked of them.
Candidates fields_of(std::string_view list, RecordKind kind, const Session& session) {
  Candidates found{.how = How::unfinished};
  for (const auto& field : fields(kind, true, session).words)
    if (field.word.starts_with(list)) found.words.push_back({field.word.substr(list.size())});
  return found;
}

/// What rapport.yaml keeps is the office's own.
base::Result<Candidates> saved_queries(std::optional<RecordKind> kind, Session& session) {
  Candidates found;
  if (auto opened = session.open(Needs::records); !opened) return opened.failure();
  if (session.occasion().audience != model::Audience::office) return found;
  found.basis = session.basis_without_records();
  for (std::string& name : app::saved_names(session.snapshot(), kind))
    found.words.push_back({std::move(name)});
  return found;
}

/// The same, where the word may be a saved query.
RecordKind records_of(std::string_view word, Session& session) {
  if (!word.starts_with('@') || !session.open(Needs::records)) return records_of(word);
  const auto names = app::saved_names(session.snapshot(), RecordKind::engagement);
  return std::ranges::count(names, word) != 0 ? RecordKind::engagement : RecordKind::partner;
}

/// Inside of a query: the term at its end, or the values behind the colon of one.
base::Result<Candidates> in_query(std::string& before, std::string& part, std::string_view of,
                                  Session& session) {
  const OpenTerm term = open_term(part);
  const RecordKind kind = records_of(of, session);
  before += part.substr(0, term.start);
  part.erase(0, term.start);
  // Only when one is wanted: the records are read for them.
  if (term.name.empty() && term.list.empty() && part.starts_with('@'))
    return saved_queries(kind, session);
  if (term.name.empty()) return fields_of(term.list, kind, session);
  if (term.name == "has") return fields(kind, false, session);
  return values(term.list + term.name, kind, session);
}

/// In front of the '=' of what is to be set in the record `of`, or in a new one of the kind `of`.
base::Result<Candidates> in_assignment(std::string_view of, const std::string& part,
                                       Session& session) {
  Candidates found{.how = How::unfinished};
  if (auto opened = session.open(Needs::nothing); !opened) return opened.failure();
  if (session.occasion().audience != model::Audience::office) return found;
  std::vector<std::string> paths = app::set_paths(of, part);
  if (paths.empty()) {
    if (auto opened = session.open(Needs::records); !opened) return opened.failure();
    found.basis = session.basis_without_records();
    paths = app::set_paths(session.snapshot(), of, part);
  }
  for (std::string& path : paths) found.words.push_back({std::move(path)});
  return found;
}

/// The options whose names begin so; of those with two names the long one, unless "-" is all.
Candidates option_names(const Typed& typed) {
  Candidates found;
  for (const auto* declared : typed.options())
    found.words.push_back({std::string(long_name(*declared)), declared->doc});
  return found;
}

base::Result<Candidates> all_candidates(const Typed& typed, std::string& before, std::string& part,
                                        Session& session) {
  if (typed.wants_command()) return offered(Offer::command, {}, session);
  if (typed.wants_option()) return option_names(typed);
  const Options::Declared* wanted = typed.wanted();
  if (wanted == nullptr) return Candidates{};
  if (wanted->offer == Offer::saved && part.starts_with('@')) return saved_queries({}, session);
  if (!wanted->words.empty()) {
    Candidates found;
    return add(found, wanted->words), found;
  }
  const std::string of =
      wanted->offer == Offer::format ? std::string(typed.command())
      : typed.arguments().empty() || (typed.wants_first_argument() && wanted->offer == Offer::query)
          ? std::string{}
          : typed.arguments().front();
  if (wanted->offer == Offer::query) return in_query(before, part, of, session);
  if (wanted->offer == Offer::set_path || (wanted->offer == Offer::set_word && !of.empty()))
    return in_assignment(of, part, session);
  return offered(wanted->offer, of, session);
}

}  // namespace

base::Result<Candidates> offered(Offer offer, std::string_view of, Session& session) {
  switch (offer) {
    case Offer::format:
      return formats(of, session);
    case Offer::field:
    case Offer::fields:
    case Offer::query:
      return fields(records_of(of), offer == Offer::query, session);
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
    case Offer::set_path:
      return Candidates{};
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
      return codes(value::CodeSet::mandate, session);
    case Offer::code:
      return codes(value::code_set(of), session);
    case Offer::file:
      return Candidates{.how = How::files};
    case Offer::directory:
      return Candidates{.how = How::directories};
    case Offer::saved:
      return saved_queries({}, session);
    case Offer::nothing:
    case Offer::words:
      return Candidates{};
    default:
      return ids(offer, session);
  }
}

base::Result<Candidates> candidates(const Typed& typed, Session& session) {
  std::string before = typed.before();
  std::string part = typed.part();
  auto found = all_candidates(typed, before, part, session);
  if (!found) return found;
  std::erase_if(found->words, [&](const Candidate& each) { return !each.word.starts_with(part); });
  for (Candidate& each : found->words) each.word.insert(0, before);
  return found;
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
