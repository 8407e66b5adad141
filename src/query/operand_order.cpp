// Values that have an order: dates, counts, durations, amounts.
#include "base/text.hpp"
#include "query/operand.hpp"
#include "value/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace rapport::query {
namespace {

using namespace std::chrono;

struct Step {
  int amount = 0;
  char unit = 'd';
};

/// "-6m", "+30d".
std::optional<Step> read_step(std::string_view text) {
  if (text.size() < 3 || (text.front() != '-' && text.front() != '+')) return std::nullopt;
  Step step{.unit = text.back()};
  if (std::string_view("dwmy").find(step.unit) == std::string_view::npos) return std::nullopt;
  const char* end = text.data() + text.size() - 1;
  const auto read = std::from_chars(text.data() + 1, end, step.amount);
  if (read.ec != std::errc{} || read.ptr != end || step.amount < 0 || step.amount > 9999)
    return std::nullopt;
  if (text.front() == '-') step.amount = -step.amount;
  return step;
}

/// The same day of another month, or its last one.
Date::Days add_months(Date::Days from, int count) {
  year_month_day day{from};
  day += months{count};
  return day.ok() ? sys_days{day} : sys_days{day.year() / day.month() / last};
}

Date::Days add(Date::Days from, Step step) {
  switch (step.unit) {
    case 'w':
      return from + weeks{step.amount};
    case 'm':
      return add_months(from, step.amount);
    case 'y':
      return add_months(from, step.amount * 12);
    default:
      return from + days{step.amount};
  }
}

Mistake bad_date(const Piece& piece) {
  std::string hint = "write 2025, 2025-07, 2025-07-30, today or -6m";
  const std::string dashed = base::replace_all(base::replace_all(piece.text, "/", "-"), ".", "-");
  if (dashed != piece.text && Date::parse(dashed)) hint = did_you_mean(dashed);
  if (piece.text.size() > 10 && piece.text[10] == 'T' && Date::parse(piece.text.substr(0, 10)))
    hint =
        fmt::format("a query compares days, not times of day: write {}", piece.text.substr(0, 10));
  return {fmt::format("'{}' is not a date", piece.text), piece.at, std::move(hint)};
}

/// The days between two sides that the comparison leaves open or bounds.
Days bounded(Compare how, const Days& days) {
  Days bounds = Days::all();
  if (how == Compare::below) bounds.last = days.first - std::chrono::days{1};
  if (how == Compare::at_most) bounds.last = days.last;
  if (how == Compare::above) bounds.first = days.last + std::chrono::days{1};
  if (how == Compare::at_least) bounds.first = days.first;
  return how == Compare::is ? days : bounds;
}

Outcome<Days> read_date_choice(const Choice& choice, const Operand& operand) {
  Days range = Days::all();
  const auto today = operand.context.today;
  const auto from = read_days(choice.from.text, today);
  if (!from && (!choice.is_range || !choice.from.text.empty())) return bad_date(choice.from);
  if (!choice.is_range) {
    const auto& name = operand.name.text;
    const auto& text = choice.from.text;
    if (choice.how == Compare::is && read_step(text))
      return Mistake{fmt::format("'{}' alone is a single day", text), choice.at,
                     fmt::format("write {}:>={} or {}:<{}", name, text, name, text)};
    return bounded(choice.how, *from);
  }
  const auto to = read_days(choice.to.text, today);
  if (!to && !choice.to.text.empty()) return bad_date(choice.to);
  if (from) range.first = from->first;
  if (to) range.last = to->last;
  if (range.last < range.first) return Mistake{"this range ends before it begins", choice.at, {}};
  return range;
}

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

std::optional<std::int64_t> read_number(std::string_view text, Numbers::Kind kind) {
  if (kind == Numbers::Kind::duration) {
    const auto duration = value::Duration::parse(text);
    return duration ? std::optional<std::int64_t>(duration->days()) : std::nullopt;
  }
  if (kind == Numbers::Kind::amount)
    return value::AmountForm::accepts(text) ? std::optional(hundredths(text)) : std::nullopt;
  const auto count = value::Count::parse(text);
  return count ? std::optional<std::int64_t>(*count) : std::nullopt;
}

Mistake bad_number(const Piece& piece, Numbers::Kind kind) {
  const std::string_view what = kind == Numbers::Kind::count      ? "count"
                                : kind == Numbers::Kind::duration ? "duration"
                                                                  : "amount";
  const std::string_view form = kind == Numbers::Kind::count      ? "a whole number, or unknown"
                                : kind == Numbers::Kind::duration ? "30d, 2w, 6m or 1y"
                                                                  : "1200 or 1200.50";
  return {fmt::format("'{}' is not a {}", piece.text, what), piece.at,
          fmt::format("write {}", form)};
}

Numbers::Range bounded(Compare how, std::int64_t number) {
  switch (how) {
    case Compare::below:
      return {0, number - 1};
    case Compare::at_most:
      return {0, number};
    case Compare::above:
      return {number + 1, largest};
    case Compare::at_least:
      return {number, largest};
    default:
      return {number, number};
  }
}

Outcome<Numbers::Range> read_number_choice(const Choice& choice, Numbers::Kind kind) {
  const auto from = read_number(choice.from.text, kind);
  if (!from && (!choice.is_range || !choice.from.text.empty()))
    return bad_number(choice.from, kind);
  if (!choice.is_range) return bounded(choice.how, *from);
  const auto to = read_number(choice.to.text, kind);
  if (!to && !choice.to.text.empty()) return bad_number(choice.to, kind);
  const Numbers::Range range{from.value_or(0), to.value_or(largest)};
  if (range.last < range.first) return Mistake{"this range ends before it begins", choice.at, {}};
  return range;
}

/// Of what has an order, every part of the text is a mistake.
std::optional<Mistake> refuse_parts(const Operand& operand) {
  for (const Choice& choice : operand.choices)
    if (choice.how == Compare::contains)
      return Mistake{fmt::format("'{}' has no text", operand.name.text), choice.at,
                     fmt::format("write {}:{}", operand.name.text, choice.from.text)};
  return std::nullopt;
}

bool is_unknown(const Choice& choice) {
  return choice.how == Compare::is && !choice.is_range && choice.from.text == "unknown";
}

}  // namespace

std::optional<Days> read_days(std::string_view text, value::Date today) {
  if (text != "unknown")
    if (const auto date = Date::parse(text)) return Days{date->first(), date->last()};
  const auto now = today.first();
  const Days all = Days::all();
  auto day = now;
  if (text == "yesterday")
    day = now - days{1};
  else if (text == "tomorrow")
    day = now + days{1};
  else if (const auto step = read_step(text))
    day = add(now, *step);
  else if (text != "today")
    return std::nullopt;
  day = std::clamp(day, all.first, all.last);
  return Days{day, day};
}

Outcome<Test> read_dates(const Operand& operand) {
  if (auto mistake = refuse_parts(operand)) return *mistake;
  Dates test;
  test.is_moment = operand.field.type->shape == value::Shape::moment;
  for (const Choice& choice : operand.choices) {
    if (is_unknown(choice)) {
      test.wants_unknown = true;
      continue;
    }
    auto range = read_date_choice(choice, operand);
    if (const auto* mistake = std::get_if<Mistake>(&range)) return *mistake;
    test.wanted.push_back(std::get<Days>(range));
  }
  return Test{std::move(test)};
}

Outcome<Test> read_numbers(const Operand& operand) {
  if (auto mistake = refuse_parts(operand)) return *mistake;
  Numbers test;
  const value::Type* type = operand.field.type;
  if (type->shape == value::Shape::duration) test.kind = Numbers::Kind::duration;
  if (type->shape == value::Shape::text) test.kind = Numbers::Kind::amount;
  for (const Choice& choice : operand.choices) {
    if (is_unknown(choice) && test.kind == Numbers::Kind::count) {
      test.wants_unknown = true;
      continue;
    }
    auto range = read_number_choice(choice, test.kind);
    if (const auto* mistake = std::get_if<Mistake>(&range)) return *mistake;
    test.wanted.push_back(std::get<Numbers::Range>(range));
  }
  return Test{std::move(test)};
}

}  // namespace rapport::query
