// Periods of records as values of a field, and the days that a query asks for.
#pragma once

#include "model/period.hpp"

#include <span>

namespace rapport::query {

using model::Period;
using value::Date;
using value::Truth;

/// Its erased type, of shape date.
const value::Type& period_type();

/// One of several things that happened with somebody.
struct Event {
  Period when;  // absent: nothing says when
  Truth took_part = Truth::yes;
};

/// The days of all that happened with somebody. As a period it is the last of them, as far as dates
/// and attendance are known: that is what is printed and sorted, and what `<` asks of.
struct History : Period {
  std::span<const Event> events = {};
};
/// Its erased type, of shape date.
const value::Type& history_type();

/// The value as a period, where its type is one of the two; else null.
const Period* as_period(const void* value, const value::Type& type);

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
/// Days without a beginning: whether all of it happened by then; others: whether any of it did.
Truth within(const History& history, const Days& days);

/// The history of these events, which must outlive it; none where nothing happened.
History history_of(std::span<const Event> events);
/// How sure it is that any of them happened.
Truth surest(std::span<const Event> events);

}  // namespace rapport::query
