// Periods of records as values of a field, and the days that a query asks for.
#pragma once

#include "model/period.hpp"

namespace rapport::query {

using model::Period;
using value::Date;
using value::Truth;

/// Its erased type, of shape date.
const value::Type& period_type();

/// The value is what another field says, and not the field's own.
bool stands_in(const void* value, const value::Type& type);

/// Days from the first to the last, both included.
struct Days {
  Date::Days first;
  Date::Days last;

  static Days all();
};

Truth within(const Date& date, const Days& days);
/// For something that lasts: whether a day of it is among them.
Truth within(const Period& period, const Days& days);

}  // namespace rapport::query
