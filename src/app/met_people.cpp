#include "app/met_people.hpp"

#include "app/no_record.hpp"
#include "app/records.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using model::Engagement;
using model::EngagementKind;
using model::Partner;

constexpr int days_around = 7;

std::string label_of(const Candidate& candidate) {
  return candidate.name.empty() ? candidate.id
                                : fmt::format("{} ({})", candidate.id, candidate.name);
}

std::vector<std::string> names_of(const Partner& partner) {
  std::vector<std::string> names{partner.name.str()};
  for (const auto& alias : partner.aliases) names.push_back(alias.str());
  for (const auto& alias : partner.alias_alone) names.push_back(alias.str());
  return names;
}

/// All words of `wanted` are words of the name.
bool has_words(const std::string& name, const std::vector<std::string_view>& wanted) {
  const std::string folded = base::fold(name);
  const auto words = base::words(folded);
  return std::ranges::all_of(
      wanted, [&](const std::string_view word) { return std::ranges::count(words, word) != 0; });
}

/// A visit or a letter is no meeting that somebody writes down afterwards in two minutes.
bool is_meeting(const Engagement& engagement) {
  switch (*engagement.kind) {
    case EngagementKind::visit:
    case EngagementKind::case_:
    case EngagementKind::communication:
    case EngagementKind::statement:
    case EngagementKind::report:
    case EngagementKind::call_for_input:
      return false;
    default:
      return true;
  }
}

/// Without a status it was to come as long as its day was.
bool is_to_come(const Engagement& engagement, const value::Date& on) {
  if (!engagement.status) return engagement.start.date().first() >= on.first();
  return engagement.status == model::Status::planned ||
         engagement.status == model::Status::confirmed ||
         engagement.status == model::Status::requested ||
         engagement.status == model::Status::postponed;
}

bool is_with(const Engagement& engagement, std::span<const std::string> people) {
  return std::ranges::any_of(engagement.partners, [&](const auto& each) {
    return std::ranges::count(people, each.partner.id()) != 0;
  });
}

const std::string& called(const Attendee& attendee) {
  return attendee.name.empty() ? attendee.id : attendee.name;
}

/// The one of them who has that id, that name, or, when nobody has, these words in the name.
const Attendee* find_attendee(const Snapshot& snapshot, std::string_view who,
                              std::span<const Attendee> people) {
  const std::string folded = base::fold(who);
  const auto words = base::words(folded);
  if (words.empty()) return nullptr;
  std::vector<const Attendee*> same;
  std::vector<const Attendee*> similar;
  for (const Attendee& each : people) {
    if (each.id == who) return &each;
    const Partner* const partner = snapshot.records().dataset.partner(each.id);
    const auto names =
        partner == nullptr ? std::vector<std::string>{each.name} : names_of(*partner);
    const auto is_same = [&](const std::string& name) { return base::fold(name) == folded; };
    if (std::ranges::any_of(names, is_same)) same.push_back(&each);
    if (std::ranges::any_of(names, [&](const auto& name) { return has_words(name, words); }))
      similar.push_back(&each);
  }
  const auto& found = same.empty() ? similar : same;
  return found.size() == 1 ? found.front() : nullptr;
}

/// "WHO: WHAT", where WHO is one of `people`; else nobody, and all of it.
struct Said {
  std::string who;
  std::string what;
};
Said who_said(const Snapshot& snapshot, const std::string& text, std::span<const Attendee> people) {
  const auto colon = text.find(": ");
  if (colon == std::string::npos) return {.who = {}, .what = text};
  const std::string_view typed(text);
  const Attendee* const who = find_attendee(snapshot, typed.substr(0, colon), people);
  if (who == nullptr) return {.who = {}, .what = text};
  return {.who = who->id, .what = std::string(base::trim(typed.substr(colon + 2)))};
}

/// "2026-07-01", or how long from the day of the meeting: 2w.
std::optional<std::string> due_day(std::string_view typed, const value::Date& on) {
  if (const auto date = value::Date::parse(typed); date && !date->is_unknown())
    return std::string(typed);
  if (const auto span = value::Duration::parse(typed))
    return value::Date::of(on.first() + std::chrono::days(span->days())).str();
  return std::nullopt;
}

/// "2026-13-01" and "1/7/2026": kept as words, a promise would have no day, and nobody would see
/// it.
bool is_meant_as_day(std::string_view words) {
  return words.size() > 5 && words.find_first_not_of("0123456789-./") == words.npos;
}

}  // namespace

WhoFound find_who(const Snapshot& snapshot, std::string_view who) {
  const model::Dataset& data = snapshot.records().dataset;
  if (data.partner(who) != nullptr) return {{{std::string(who), data.partner(who)->name.str()}}};
  const std::string folded = base::fold(who);
  const auto words = base::words(folded);
  WhoFound same;
  WhoFound similar;
  if (words.empty()) return same;
  for (const Partner* partner : data.partners()) {
    const auto names = names_of(*partner);
    const Candidate candidate{std::string(partner->id()), names.front()};
    const bool is_same = std::ranges::any_of(names, [&](const std::string& name) {
      return !name.empty() && base::fold(name) == folded;
    });
    if (is_same) same.partners.push_back(candidate);
    if (std::ranges::any_of(names, [&](const auto& name) { return has_words(name, words); }))
      similar.partners.push_back(candidate);
  }
  return same.partners.empty() ? similar : same;
}

base::Result<std::string> one_partner(const Snapshot& snapshot, std::string_view who) {
  const auto found = find_who(snapshot, who).partners;
  if (found.size() == 1) {
    if (const auto one = find_one(snapshot, found.front().id); !one) return one.failure();
    return found.front().id;
  }
  if (found.empty()) {
    if (snapshot.records().dataset.find(who) != nullptr)
      return no_record(snapshot, std::string(who), model::RecordKind::partner);
    Failure failure = no_record(snapshot, std::string(who), model::RecordKind::partner);
    failure.what = fmt::format("no partner '{}'", base::printable(who));
    if (failure.hint.find("did you mean") == failure.hint.npos)
      failure.hint = fmt::format(
          "for a new one: --new-partner KIND:NAME, such as --new-partner "
          "'ngo:{}'",
          base::printable(who));
    return failure;
  }
  constexpr std::size_t most = 10;
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
    labels.push_back(label_of(found[i]));
  if (found.size() > most) labels.emplace_back("…");
  return Failure{Failing::usage,
                 fmt::format("'{}' is the name of {} partners", base::printable(who), found.size()),
                 fmt::format("give the id: {}", base::join(labels, ", "))};
}

std::vector<PlannedMeeting> planned_with(const Snapshot& snapshot,
                                         std::span<const std::string> people,
                                         const value::Date& on) {
  struct Near {
    PlannedMeeting meeting;
    int days;
  };
  std::vector<Near> near;
  for (const Engagement* engagement : snapshot.records().dataset.engagements()) {
    if (!engagement->kind || !is_meeting(*engagement)) continue;
    const value::Date& start = engagement->start.date();
    if (!start || start.is_unknown() || start.precision() != value::Precision::day) continue;
    if (!is_to_come(*engagement, on)) continue;
    const bool is_with_them = is_with(*engagement, people);
    const auto days = static_cast<int>((start.first() - on.first()).count());
    if (!is_with_them || std::abs(days) > days_around) continue;
    near.push_back(
        {{std::string(engagement->id()), engagement->title.str(), start.str(), days == 0},
         std::abs(days)});
  }
  std::ranges::stable_sort(near, {}, &Near::days);
  std::vector<PlannedMeeting> meetings;
  for (Near& each : near) meetings.push_back(std::move(each.meeting));
  return meetings;
}

base::Result<std::vector<PlannedMeeting>> find_planned(const Snapshot& snapshot,
                                                       const MetRequest& request) {
  std::vector<std::string> people;
  for (const std::string& who : request.who) {
    auto id = one_partner(snapshot, who);
    if (!id) return id.failure();
    people.push_back(std::move(*id));
  }
  const auto date = value::Date::parse(request.on);
  return planned_with(snapshot, people,
                      date && !date->is_unknown() ? *date : request.occasion.today);
}

std::string held_with(const Snapshot& snapshot, std::span<const std::string> people,
                      const value::Date& on) {
  for (const Engagement* engagement : snapshot.records().dataset.engagements()) {
    if (!engagement->kind || !is_meeting(*engagement)) continue;
    const value::Date& start = engagement->start.date();
    if (engagement->status == model::Status::held && start && !start.is_unknown() &&
        start.precision() == value::Precision::day && start.first() == on.first() &&
        on.precision() == value::Precision::day && is_with(*engagement, people))
      return std::string(engagement->id());
  }
  return {};
}

std::vector<std::string> ids_of(std::span<const Attendee> people) {
  std::vector<std::string> ids;
  for (const Attendee& each : people) ids.push_back(each.id);
  return ids;
}

RaisedNeed read_need(const Snapshot& snapshot, const std::string& text,
                     std::span<const Attendee> people) {
  RaisedNeed need{.by = {}, .what = text};
  if (const auto colon = text.find(": "); colon != text.npos)
    for (const auto who : base::split(std::string_view(text).substr(0, colon), ',')) {
      const Attendee* const found = find_attendee(snapshot, base::trim(who), people);
      if (found == nullptr) {
        need.by.clear();
        break;
      }
      need.by.push_back(found->id);
    }
  if (!need.by.empty())
    need.what = base::trim(std::string_view(text).substr(text.find(": ") + 2));
  else if (people.size() == 1)
    need.by.push_back(people.front().id);
  return need;
}

bool is_clear_whose(const Snapshot& snapshot, const MetRequest& request, const std::string& text) {
  std::vector<Attendee> people;
  for (const std::string& who : request.who)
    if (const auto id = one_partner(snapshot, who)) people.push_back({*id});
  for (const NewPartner& created : request.created) people.push_back({created.name, created.name});
  return people.size() < 2 || !read_need(snapshot, text, people).by.empty();
}

base::Result<MadePromise> read_promise(const Snapshot& snapshot, const Promise& promise,
                                       std::span<const Attendee> people, const value::Date& on) {
  Said said = who_said(snapshot, promise.text, people);
  MadePromise made{.by = "office", .to = {}, .what = std::move(said.what), .due = {}};
  std::string other = std::move(said.who);
  if (other.empty() && people.size() == 1) other = people.front().id;
  if (const auto by = made.what.rfind(" by "); by != std::string::npos) {
    const std::string until(base::trim(std::string_view(made.what).substr(by + 4)));
    if (const auto due = due_day(until, on)) {
      made.due = *due;
      made.what.resize(by);
    } else if (is_meant_as_day(until)) {
      return Failure{Failing::usage, fmt::format("'{}' is not a date", until),
                     "end the promise with 'by 2026-07-01', or how long: 'by 2w'"};
    }
  }
  made.what = base::trim(made.what);
  if (other.empty())
    return Failure{Failing::usage,
                   promise.is_ours
                       ? fmt::format("to whom was '{}' promised?", base::printable(made.what))
                       : fmt::format("who promised '{}'?", base::printable(made.what)),
                   fmt::format("begin with who: '{}: {}'", called(people.front()),
                               base::printable(made.what))};
  made.by = promise.is_ours ? "office" : other;
  made.to = promise.is_ours ? other : "office";
  return made;
}

}  // namespace rapport::app
