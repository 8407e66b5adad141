// Names, titles and short words as they were on a day.
#pragma once

#include "model/reference.hpp"

namespace rapport::reference {

/// The row with the names or titles of that day in the place of today's. On a day within the month
/// or year in which they changed it has the earlier ones: nothing says that they had changed.
model::StateRow on_day(const model::StateRow& row, model::Date day);
model::MandateRow on_day(const model::MandateRow& row, model::Date day);

/// Whether `day` lies within a month or year in which a name or title changed.
bool may_have_changed(const model::StateRow& row, model::Date day);
bool may_have_changed(const model::MandateRow& row, model::Date day);

/// Who held a mandate on that day. `known` is maybe within an imprecise date. No row:
/// the holder is not recorded, which is not that there was none.
struct Holder {
  value::Truth known = value::Truth::maybe;
  const model::HolderRow* row = nullptr;
};
Holder holder(const model::MandateRow& row, model::Date day);

}  // namespace rapport::reference
