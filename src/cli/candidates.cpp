#include "cli/candidates.hpp"

#include "app/askable.hpp"
#include "app/done.hpp"
#include "app/field_filter.hpp"
#include "app/list.hpp"
#include "app/set_paths.hpp"
#include "app/staff.hpp"
#include "cli/open_term.hpp"
#include "store/commits.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace rapport::cli {
namespace {

using How = Candidates::How;
using model::RecordKind;

Candidates declared_words(std::span<const std::string_view> words) {
  Candidates found;
  for (const auto word : words) found.words.push_back({std::string(word)});
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
  if (!type.words.empty()) return declared_words(type.words);
  if (type.set != value::CodeSet::absent) return offered_codes(type.set, session);
  if (type.shape != value::Shape::ref) return found;
  const Offer own = kind == RecordKind::partner ? Offer::partner : Offer::engagement;
  return offered(name == "id" ? own : offer_of(field->refers), {}, session);
}

/// The fields of a list, as an item of it is asked of them.
Candidates fields_of(std::string_view list, RecordKind kind, const Session& session) {
  Candidates found{.how = How::unfinished};
  for (const auto& field : offered_fields(kind, true, session).words)
    if (field.word.starts_with(list)) found.words.push_back({field.word.substr(list.size())});
  return found;
}

/// The kind of record that is asked for; the word may be a saved query.
RecordKind asked_records(std::string_view word, Session& session) {
  if (!word.starts_with('@') || !session.open(Needs::records)) return records_of(word);
  const auto names = app::saved_names(session.snapshot(), RecordKind::engagement);
  return std::ranges::count(names, word) != 0 ? RecordKind::engagement : RecordKind::partner;
}

/// Inside of a query: the term at its end, or the values behind the colon of one.
base::Result<Candidates> in_query(std::string& before, std::string& part, std::string_view of,
                                  Session& session) {
  const OpenTerm term = open_term(part);
  const RecordKind kind = asked_records(of, session);
  before += part.substr(0, term.start);
  part.erase(0, term.start);
  // Only when one is wanted: the records are read for them.
  if (term.name.empty() && term.list.empty() && part.starts_with('@'))
    return saved_queries(kind, session);
  if (term.name.empty()) return fields_of(term.list, kind, session);
  if (term.name == "has") return offered_fields(kind, false, session);
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

bool is_of_office(Offer offer) {
  return offer == Offer::revision || offer == Offer::compared || offer == Offer::history ||
         offer == Offer::open_item || offer == Offer::staff;
}

/// What is of use to the office alone. All shells show at most so many branches and tags at once.
base::Result<Candidates> of_office(Offer offer, std::string_view of, std::string_view part,
                                   Session& session) {
  constexpr std::size_t most_revisions = 50;
  Candidates found{.how = offer == Offer::history ? How::unfinished : How::words};
  const bool needs_records = offer == Offer::open_item || offer == Offer::staff;
  const Needs needs = offer == Offer::history ? Needs::nothing
                      : needs_records         ? Needs::records
                                              : Needs::root;
  if (auto opened = session.open(needs); !opened) return opened.failure();
  if (session.occasion().audience != model::Audience::office) return found;
  std::vector<std::string> words;
  if (offer == Offer::history)
    words = app::filterable_fields(part);
  else if (offer == Offer::open_item)
    words = app::open_items(session.snapshot(), of, part);
  else if (offer == Offer::staff)
    words = app::staff_keys(session.snapshot(), session.today());
  else
    words = store::plain_names(session.root(), part, most_revisions);
  if (needs != Needs::nothing) found.basis = session.basis_without_records();
  for (std::string& word : words) found.words.push_back({std::move(word)});
  return found;
}

/// "a..b" are two revisions; else it may be a record, too.
base::Result<Candidates> compared(std::string& before, std::string& part, Session& session) {
  const std::size_t dots = part.rfind("..");
  const bool is_range = dots != part.npos;
  if (is_range) {
    before += part.substr(0, dots + 2);
    part.erase(0, dots + 2);
  }
  auto found = of_office(Offer::compared, {}, part, session);
  if (!found || is_range) return found;
  auto records = offered(Offer::record, {}, session);
  if (!records) return records;
  records->words.insert(records->words.end(), found->words.begin(), found->words.end());
  return records;
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
  if (!wanted->words.empty()) return declared_words(wanted->words);
  const std::string of =
      wanted->offer == Offer::format ? std::string(typed.command())
      : typed.arguments().empty() || (typed.wants_first_argument() && wanted->offer == Offer::query)
          ? std::string{}
          : typed.arguments().front();
  if (wanted->offer == Offer::compared) return compared(before, part, session);
  if (is_of_office(wanted->offer)) return of_office(wanted->offer, of, part, session);
  if (wanted->offer == Offer::query) return in_query(before, part, of, session);
  if (wanted->offer == Offer::set_path || (wanted->offer == Offer::set_word && !of.empty()))
    return in_assignment(of, part, session);
  return offered(wanted->offer, of, session);
}

}  // namespace

base::Result<Candidates> candidates(const Typed& typed, Session& session) {
  std::string before = typed.before();
  std::string part = typed.part();
  auto found = all_candidates(typed, before, part, session);
  if (!found) return found;
  std::erase_if(found->words, [&](const Candidate& each) { return !each.word.starts_with(part); });
  for (Candidate& each : found->words) each.word.insert(0, before);
  return found;
}

}  // namespace rapport::cli
