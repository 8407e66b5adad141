#include "query/test.hpp"

#include "base/text.hpp"
#include "query/text.hpp"
#include "value/moment.hpp"
#include "value/scalars.hpp"

#include <algorithm>

namespace rapport::query {
namespace {

Truth answer(bool is_so) { return is_so ? Truth::yes : Truth::no; }

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

}  // namespace

Truth Indexes::of(const void* value) const {
  return answer(std::ranges::find(wanted, type->index(value)) != wanted.end());
}

Truth Targets::of(const void* value) const {
  const std::uint32_t target = as<value::Ref>(value).target();
  return answer(target != 0 && std::ranges::find(wanted, target) != wanted.end());
}

Truth Texts::of(const void* value) const {
  const bool is_text = type->shape == value::Shape::text;
  const std::string printed = is_text ? std::string{} : type->print(value, *codes);
  const std::string_view text = is_text ? text_of(as<value::Text>(value)) : printed;
  return answer(
      std::ranges::any_of(equal, [text](const Needle& needle) { return needle.is(text); }) ||
      std::ranges::any_of(contained, [text](const Needle& needle) { return needle.is_in(text); }));
}

Truth Languages::of(const void* value) const {
  const std::string tag = base::lower_ascii(text_of(as<value::Text>(value)));
  return answer(std::ranges::any_of(wanted, [&tag](const std::string& language) {
    return tag.starts_with(language) &&
           (tag.size() == language.size() || tag[language.size()] == '-');
  }));
}

Truth Dates::of(const void* value) const {
  const Date date = is_moment ? as<value::Moment>(value).date() : as<Date>(value);
  if (wants_unknown && date.is_unknown()) return Truth::yes;
  Truth best = Truth::no;
  for (const Days& days : wanted) best = std::max(best, within(date, days));
  return best;
}

Truth Dates::of_period(const Period& period) const {
  if (wants_unknown && period.from.is_unknown()) return Truth::yes;
  Truth best = Truth::no;
  for (const Days& days : wanted) best = std::max(best, within(period, days));
  return best;
}

Truth Dates::of_history(const History& history) const {
  Truth best = Truth::no;
  if (wants_unknown)
    for (const Event& event : history.events)
      if (!event.when || event.when.from.is_unknown()) best = std::max(best, event.took_part);
  for (const Days& days : wanted) best = std::max(best, within(history, days));
  return best;
}

Truth Test::of_history(const History& history) const {
  if (const auto* dates = std::get_if<Dates>(&kind)) return dates->of_history(history);
  return answer(std::holds_alternative<Present>(kind));
}

Truth Test::of_period(const Period& period) const {
  if (const auto* dates = std::get_if<Dates>(&kind)) return dates->of_period(period);
  return answer(std::holds_alternative<Present>(kind) && !period.stands_in);
}

Truth Numbers::of(const void* value) const {
  std::int64_t number = 0;
  if (kind == Kind::count) {
    const auto& count = as<value::Count>(value);
    if (count.is_unknown()) return wants_unknown ? Truth::yes : Truth::maybe;
    number = *count;
  } else if (kind == Kind::duration) {
    number = as<value::Duration>(value).days();
  } else {
    number = hundredths(text_of(as<value::Text>(value)));
  }
  return answer(std::ranges::any_of(wanted, [number](const Range& range) {
    return range.first <= number && number <= range.last;
  }));
}

Truth Flags::of(const void* value) const {
  return answer(wanted[as<value::Flag>(value).is_yes() ? 1 : 0]);
}

std::int64_t hundredths(std::string_view amount) {
  std::int64_t number = 0;
  int decimals = -1;
  for (const char c : amount) {
    if (c == '.') decimals = 0;
    if (!base::is_digit(c) || decimals == 2) continue;
    number = number * 10 + (c - '0');
    if (decimals >= 0) ++decimals;
  }
  for (int i = std::max(decimals, 0); i < 2; ++i) number *= 10;
  return number;
}

}  // namespace rapport::query
