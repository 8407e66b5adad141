// A stretch of time as records know it: a meeting of several days, or something that took place
// once, some time between two dates.
#pragma once

#include "value/date.hpp"
#include "value/field.hpp"

#include <string>

namespace rapport::model {

/// All zero means absent.
struct Period {
  value::Date from = {};
  value::Date to = {};
  bool is_once = false;    // a moment between the two, else every day from one to the other
  bool stands_in = false;  // for a field that is not written: what another one says of it

  explicit operator bool() const { return static_cast<bool>(from); }
  std::uint32_t offset() const { return from.offset(); }
  std::string str() const;
};

/// What other rows of an engagement say of this one: `between` of itself, and of `start` and `end`
/// where they are not known; the day a letter was sent of its `start` and `end`. All zero for every
/// other row.
Period interval(const value::Field& row, const void* fields);
/// Whether `interval` may read `other` to answer for `row`.
bool is_read_for(const value::Field& other, const value::Field& row);

}  // namespace rapport::model
