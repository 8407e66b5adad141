#include "query/happened.hpp"

#include "query/signatures.hpp"

namespace rapport::query {
namespace {

using model::Attendance;
using model::SlotStatus;

Truth took(const model::Participation& participation) {
  switch (*participation.status) {
    case Attendance::declined:
    case Attendance::absent_:
      return Truth::no;
    case Attendance::invited:
    case Attendance::confirmed:
      return Truth::maybe;
    default:
      return Truth::yes;
  }
}

Truth took(const model::Slot& slot) {
  switch (*slot.status) {
    case SlotStatus::refused:
    case SlotStatus::cancelled:
      return Truth::no;
    case SlotStatus::held:
    case SlotStatus::absent:
      return Truth::yes;
    default:
      return Truth::maybe;
  }
}

void add_programme(std::vector<Part>& found, const model::Visit& visit, const Period& whole) {
  for (const model::Slot& slot : visit.programme) {
    const Truth answer = took(slot);
    if (answer == Truth::no) continue;
    const Period when = slot.at ? Period{.from = slot.at.date()} : whole;
    for (const auto& ref : slot.attended ? slot.attended : slot.with)
      found.push_back({&ref, answer, when});
  }
}

}  // namespace

bool happened(const model::Engagement& engagement, value::Date today) {
  if (engagement.communication) {
    const Date& sent = engagement.communication->sent;
    return sent && !value::sure_after(sent, today);
  }
  if (engagement.status != model::Status::held) return false;
  const Period when = period(engagement);
  return !when || !value::sure_after(when.from, today);
}

Period period(const model::Engagement& engagement) {
  if (engagement.communication && engagement.communication->sent)
    return {.from = engagement.communication->sent};
  if (engagement.start)
    return {.from = engagement.start.date(), .to = engagement.end ? engagement.end.date() : Date{}};
  if (engagement.between.empty()) return {};
  return {.from = engagement.between[0],
          .to = engagement.between[engagement.between.size() - 1],
          .is_once = true};
}

std::vector<Part> parts(const model::Engagement& engagement, const Context& context) {
  std::vector<Part> found;
  const Period when = period(engagement);
  for (const auto& participation : engagement.partners)
    if (const Truth answer = took(participation); answer != Truth::no)
      found.push_back({&participation.partner, answer, when});
  if (engagement.visit) add_programme(found, *engagement.visit, when);
  if (engagement.communication)
    found.push_back({&engagement.communication->addressee, Truth::yes, when});
  for (const auto& experience : engagement.experiences)
    if (experience.from) found.push_back({&experience.from, Truth::yes, when, true});
  for (const auto& need : engagement.needs)
    for (const auto& ref : need.raised_by) found.push_back({&ref, Truth::yes, when, true});
  for (const auto& mandate : signatures(engagement))
    if (const value::Ref* partner = context.mandates.partner(mandate))
      found.push_back({partner, Truth::yes, when});
  return found;
}

}  // namespace rapport::query
