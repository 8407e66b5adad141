// Who was there: the one definition for queries, check-ins and reports.
#pragma once

#include "model/engagement.hpp"
#include "model/period.hpp"

#include <vector>

namespace rapport::mandate {

/// Whether the record says that they came. No status: nothing says how it ended.
value::Truth attended(const model::Participation& part);
value::Truth attended(const model::Slot& slot);

/// Only named there, as alleged victim or perpetrator, and not said to have come.
bool is_only_named(const model::Participation& part);

/// When it took place; of a letter, the day it was sent. All zero where it has no date.
model::Period period(const model::Engagement& engagement);
model::Period period(const model::Slot& slot, const model::Period& of_visit);

/// Whether people meet in it: not in a letter, a call, a report or a case.
bool brings_together(const model::Engagement& engagement);

struct Presence {
  const value::Ref* partner;
  value::Truth was_there;  // never `no`
  model::Period when;
};

/// Who attended, or sent somebody, up to `on`: what was held, and the slots of a visit that were.
std::vector<Presence> who_was_there(const model::Engagement& engagement, value::Date on);

/// The last day of it on which they surely met; of what took place once between two days, the
/// first of them.
value::Date last_sure_day(const model::Period& when);

}  // namespace rapport::mandate
