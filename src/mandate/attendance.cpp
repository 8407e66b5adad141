#include "mandate/attendance.hpp"

namespace rapport::mandate {

using model::Attendance;
using model::Engagement;
using model::EngagementKind;
using model::Period;
using model::SlotStatus;
using value::Truth;

Truth attended(const model::Participation& part) {
  switch (*part.status) {
    case Attendance::attended:
    case Attendance::represented:
      return Truth::yes;
    case Attendance::declined:
    case Attendance::absent_:
      return Truth::no;
    default:
      return Truth::maybe;
  }
}

Truth attended(const model::Slot& slot) {
  if (!model::takes_place(slot)) return Truth::no;
  return slot.status == SlotStatus::held ? Truth::yes : Truth::maybe;
}

bool is_only_named(const model::Participation& part) {
  return (part.role == model::Role::alleged_victim ||
          part.role == model::Role::alleged_perpetrator) &&
         attended(part) != Truth::yes;
}

Period period(const Engagement& engagement) {
  if (engagement.communication && engagement.communication->sent)
    return {.from = engagement.communication->sent};
  if (engagement.start)
    return {.from = engagement.start.date(),
            .to = engagement.end ? engagement.end.date() : value::Date{}};
  if (engagement.between.empty()) return {};
  return {.from = engagement.between[0],
          .to = engagement.between[engagement.between.size() - 1],
          .is_once = true};
}

Period period(const model::Slot& slot, const Period& of_visit) {
  return slot.at && !slot.at.date().is_unknown() ? Period{.from = slot.at.date()} : of_visit;
}

bool brings_together(const Engagement& engagement) {
  if (engagement.mode == model::Mode::written) return false;
  switch (*engagement.kind) {
    case EngagementKind::communication:
    case EngagementKind::correspondence:
    case EngagementKind::call_for_input:
    case EngagementKind::phone_call:
    case EngagementKind::report:
    case EngagementKind::statement:
    case EngagementKind::case_:
      return false;
    default:
      return true;
  }
}

namespace {

/// Nobody has been where they are still to be.
bool is_not_ahead(const Period& when, value::Date on) {
  return !when || !value::sure_after(when.from, on);
}

void add_programme(std::vector<Presence>& found, const model::Visit& visit, const Period& whole,
                   bool was_held, value::Date on) {
  for (const model::Slot& slot : visit.programme) {
    const Truth answer = attended(slot);
    const Period when = period(slot, whole);
    // While a visit goes on its slots are held one by one.
    if (answer == Truth::no || (answer == Truth::maybe && !was_held) || !is_not_ahead(when, on))
      continue;
    for (const auto& ref : slot.attended ? slot.attended : slot.with)
      found.push_back({&ref, answer, when});
  }
}

}  // namespace

std::vector<Presence> who_was_there(const Engagement& engagement, value::Date on) {
  std::vector<Presence> found;
  if (!brings_together(engagement)) return found;
  const Period when = period(engagement);
  const bool was_held = engagement.status == model::Status::held && is_not_ahead(when, on);
  if (was_held)
    for (const auto& part : engagement.partners)
      if (const Truth answer = attended(part); answer != Truth::no && !is_only_named(part))
        found.push_back({&part.partner, answer, when});
  if (engagement.visit) add_programme(found, *engagement.visit, when, was_held, on);
  return found;
}

value::Date last_sure_day(const Period& when) {
  return when.to && !when.is_once ? when.to : when.from;
}

}  // namespace rapport::mandate
