#include "query/happened.hpp"

#include "mandate/attendance.hpp"
#include "query/signatures.hpp"

namespace rapport::query {
namespace {

/// Whoever is listed has a part in it, unless it is said that they had none.
Truth took(const model::Participation& participation) {
  return participation.status ? mandate::attended(participation) : Truth::yes;
}
Truth took(const model::Slot& slot) { return slot.status ? mandate::attended(slot) : Truth::yes; }

void add_programme(std::vector<Part>& found, const model::Visit& visit, const Period& whole) {
  for (const model::Slot& slot : visit.programme) {
    const Truth answer = took(slot);
    if (answer == Truth::no) continue;
    const Period when = mandate::period(slot, whole);
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
  const Period when = mandate::period(engagement);
  return !when || !value::sure_after(when.from, today);
}

std::vector<Part> parts(const model::Engagement& engagement, const Context& context) {
  std::vector<Part> found;
  const Period when = mandate::period(engagement);
  for (const auto& participation : engagement.partners)
    if (const Truth answer = took(participation);
        answer != Truth::no && !mandate::is_only_named(participation))
      found.push_back(
          {&participation.partner, answer, when, participation.role == model::Role::source, true});
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
