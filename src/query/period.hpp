// A stretch of time as records know it: a meeting of several days, or something that took place
// once, some time between two dates. And the days a query asks for.
#pragma once

#include "value/date.hpp"
#include "value/row.hpp"

#include <string>

namespace rapport::query {

using value::Answer;
using value::Date;

/// All zero means absent.
struct Period {
  Date from = {};
  Date to = {};
  bool is_once = false;    // a moment between the two, else every day from one to the other
  bool stands_in = false;  // for a field that is not written: what another one says of it

  explicit operator bool() const { return static_cast<bool>(from); }
  std::uint32_t offset() const { return from.offset(); }
  std::string str() const;
};

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

Answer within(const Date& date, const Days& days);
/// For something that lasts: whether a day of it is among them.
Answer within(const Period& period, const Days& days);

}  // namespace rapport::query
