#include "query/period.hpp"

#include "value/codec.hpp"

#include <algorithm>

namespace rapport::query {

const value::Type& period_type() {
  static constexpr value::Type type = value::printable<Period>(
      value::detail::scalar_type<Period>(value::Shape::date, "period", nullptr));
  return type;
}

const value::Type& history_type() {
  static constexpr value::Type type = value::printable<History>(
      value::detail::scalar_type<History>(value::Shape::date, "period", nullptr));
  return type;
}

const Period* as_period(const void* value, const value::Type& type) {
  if (&type == &history_type()) return static_cast<const History*>(value);
  return &type == &period_type() ? static_cast<const Period*>(value) : nullptr;
}

bool stands_in(const void* value, const value::Type& type) {
  const Period* period = as_period(value, type);
  return period != nullptr && period->stands_in;
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

namespace {

Period or_unknown(const Period& when) {
  return when ? when : Period{.from = *Date::parse("unknown")};
}

bool is_dated(const Event& event) { return event.when && !event.when.from.is_unknown(); }

}  // namespace

Truth within(const History& history, const Days& days) {
  const bool asks_for_last = days.first == Days::all().first && days.last != Days::all().last;
  if (asks_for_last) {
    const bool are_dated = std::ranges::all_of(history.events, &is_dated);
    return std::min(within(static_cast<const Period&>(history), days),
                    are_dated ? Truth::yes : Truth::maybe);
  }
  Truth best = Truth::no;
  for (const Event& event : history.events)
    best = std::max(best, std::min(event.took_part, within(or_unknown(event.when), days)));
  return best;
}

History history_of(std::span<const Event> events) {
  History history;
  history.events = events;
  history.is_once = true;
  bool is_sure = false;
  for (const Event& event : events) {
    if (!is_dated(event)) continue;
    const Date& start = event.when.from;
    const Date& end = event.when.to ? event.when.to : start;
    if (!history.to || history.to.last() < end.last()) history.to = end;
    if (event.took_part != Truth::yes) continue;
    // A meeting of several days is over on its last one; of a span without knowledge of the day
    // only the first is sure.
    const Date& sure = event.when.is_once ? start : end;
    if (!is_sure || history.from.first() < sure.first()) history.from = sure;
    is_sure = true;
  }
  if (!history.to && !events.empty()) history.to = *Date::parse("unknown");
  if (!is_sure) history.from = history.to;
  return history;
}

Truth surest(std::span<const Event> events) {
  Truth best = Truth::no;
  for (const Event& event : events) best = std::max(best, event.took_part);
  return best;
}

}  // namespace rapport::query
