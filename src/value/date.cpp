#include "value/date.hpp"

#include "base/clock.hpp"

#include <fmt/format.h>

namespace rapport::value {
namespace {

using namespace std::chrono;

constexpr int first_year = 1800;
constexpr int last_year = 2200;

std::optional<unsigned> number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

bool is_real(int year, unsigned month, unsigned day) {
  if (year < first_year || year > last_year) return false;
  if (month == 0) return day == 0;
  if (day == 0) return month <= 12;
  return year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}
      .ok();
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  Date date;
  if (text == "unknown") {
    date.year_ = unknown_year;
    return date;
  }
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if (text.size() > 4 && text[4] != '-') return std::nullopt;
  if (text.size() > 7 && text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = text.size() > 4 ? number(text.substr(5, 2)) : 0U;
  const auto day = text.size() > 7 ? number(text.substr(8, 2)) : 0U;
  if (!year || !month || !day || !is_real(static_cast<int>(*year), *month, *day))
    return std::nullopt;
  if ((text.size() > 4 && *month == 0) || (text.size() > 7 && *day == 0)) return std::nullopt;
  return of(static_cast<int>(*year), *month, *day);
}

Date Date::of(int year, unsigned month, unsigned day) {
  Date date;
  date.year_ = static_cast<std::int16_t>(year);
  date.month_ = static_cast<std::uint8_t>(month);
  date.day_ = static_cast<std::uint8_t>(day);
  return date;
}

Date Date::of(Days day) {
  const year_month_day ymd{day};
  return of(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
            static_cast<unsigned>(ymd.day()));
}

Precision Date::precision() const {
  if (year_ == unknown_year || year_ == 0) return Precision::unknown;
  if (month_ == 0) return Precision::year;
  return day_ == 0 ? Precision::month : Precision::day;
}

Date::Days Date::first() const {
  switch (precision()) {
    case Precision::unknown:
      return sys_days{std::chrono::year{first_year} / 1 / 1};
    case Precision::year:
      return sys_days{std::chrono::year{year_} / 1 / 1};
    case Precision::month:
      return sys_days{std::chrono::year{year_} / static_cast<int>(month_) / 1};
    case Precision::day:
      break;
  }
  return sys_days{std::chrono::year{year_} / static_cast<int>(month_) / static_cast<int>(day_)};
}

Date::Days Date::last() const {
  switch (precision()) {
    case Precision::unknown:
      return sys_days{std::chrono::year{last_year} / 12 / 31};
    case Precision::year:
      return sys_days{std::chrono::year{year_} / 12 / 31};
    case Precision::month:
      return sys_days{std::chrono::year{year_} / static_cast<int>(month_) / std::chrono::last};
    case Precision::day:
      break;
  }
  return first();
}

std::string Date::str() const {
  if (year_ == 0) return {};
  switch (precision()) {
    case Precision::unknown:
      return "unknown";
    case Precision::year:
      return fmt::format("{:04}", year_);
    case Precision::month:
      return fmt::format("{:04}-{:02}", year_, month_);
    case Precision::day:
      break;
  }
  return fmt::format("{:04}-{:02}-{:02}", year_, month_, day_);
}

std::string Date::in_words() const {
  const auto month = [this] { return base::month_name(std::chrono::month(month_)); };
  switch (precision()) {
    case Precision::unknown:
      return {};
    case Precision::year:
      return fmt::format("{}", year_);
    case Precision::month:
      return fmt::format("{} {}", month(), year_);
    case Precision::day:
      break;
  }
  return fmt::format("{} {} {}", day_, month(), year_);
}

Date Date::at(std::uint32_t offset) const {
  Date copy = *this;
  copy.offset_ = offset;
  return copy;
}

Truth before(const Date& a, const Date& b) {
  if (!a || !b) return Truth::maybe;
  if (a.last() < b.first()) return Truth::yes;
  return a.first() < b.last() ? Truth::maybe : Truth::no;
}

Truth after(const Date& a, const Date& b) { return before(b, a); }

Truth within(const Date& date, const Date& start, const Date& end) {
  if (!date) return Truth::maybe;
  if ((start && sure_before(date, start)) || (end && sure_after(date, end))) return Truth::no;
  const bool surely_started = !start || date.first() >= start.last();
  const bool surely_not_over = !end || date.last() <= end.first();
  return surely_started && surely_not_over ? Truth::yes : Truth::maybe;
}

bool sorts_before(const Date& a, const Date& b) {
  if (!a || !b) return !a && b;
  return a.first() != b.first() ? a.first() < b.first() : a.last() < b.last();
}

int days_between(const Date& from, const Date& to) {
  return static_cast<int>((to.first() - from.last()).count());
}

Date plus_days(const Date& date, int days) {
  return Date::of(date.last() + std::chrono::days{days});
}

}  // namespace rapport::value
