#include "query/period.hpp"

#include "value/codec.hpp"

#include <algorithm>

namespace rapport::query {

const value::Type& period_type() {
  static constexpr value::Type type = value::printable<Period>(
      value::detail::scalar_type<Period>(value::Shape::date, "period", nullptr));
  return type;
}

bool stands_in(const void* value, const value::Type& type) {
  return &type == &period_type() && static_cast<const Period*>(value)->stands_in;
}

Days Days::all() {
  const Date unknown = *Date::parse("unknown");
  return {unknown.first(), unknown.last()};
}

Truth within(const Date& date, const Days& days) {
  if (!date || date.last() < days.first || date.first() > days.last) return Truth::no;
  const bool is_sure = date.first() >= days.first && date.last() <= days.last;
  return is_sure ? Truth::yes : Truth::maybe;
}

Truth within(const Period& period, const Days& days) {
  const Date& to = period.to ? period.to : period.from;
  if (!period || to.last() < days.first || period.from.first() > days.last) return Truth::no;
  if (period.from.first() >= days.first && to.last() <= days.last) return Truth::yes;
  if (period.is_once) return Truth::maybe;
  // The days on which it surely was under way, where the dates are precise enough to have any.
  const auto start = std::max(period.from.last(), days.first);
  const auto end = std::min(to.first(), days.last);
  return period.from.last() <= to.first() && start <= end ? Truth::yes : Truth::maybe;
}

}  // namespace rapport::query
