#include "base/clock.hpp"

#include "base/unicode.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>

namespace rapport::base {
namespace {

using namespace std::chrono;

/// All of `text` as a number, digits only.
std::optional<long long> digits(std::string_view text) {
  long long value = 0;
  if (text.empty() || text.front() == '-') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string_view epoch_override() {
  const char* value = std::getenv("SOURCE_DATE_EPOCH");
  return value == nullptr ? std::string_view() : value;
}

/// What keeps a day that is written as one from being in the calendar.
std::string why_not(const year_month_day& date) {
  if (!date.month().ok()) return "a year has the months 01 to 12";
  return length_of(date.year() / date.month());
}

Result<year_month_day> parse_day(std::string_view text) {
  Failure failure{Failing::usage, fmt::format("'{}' is not a day", printable(text)),
                  "write it as YYYY-MM-DD"};
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return failure;
  const auto y = digits(text.substr(0, 4));
  const auto m = digits(text.substr(5, 2));
  const auto d = digits(text.substr(8, 2));
  if (!y || !m || !d) return failure;
  const year_month_day date{year(static_cast<int>(*y)), month(static_cast<unsigned>(*m)),
                            day(static_cast<unsigned>(*d))};
  if (!date.ok()) {
    failure.hint = why_not(date);
    return failure;
  }
  return date;
}

year_month_day local_day(sys_seconds moment) {
  const std::time_t seconds = moment.time_since_epoch().count();
  std::tm local{};
  if (localtime_r(&seconds, &local) == nullptr) return floor<days>(moment);
  return year_month_day{year(local.tm_year + 1900), month(static_cast<unsigned>(local.tm_mon + 1)),
                        day(static_cast<unsigned>(local.tm_mday))};
}

}  // namespace

Result<sys_seconds> now() {
  const auto text = epoch_override();
  if (text.empty()) return floor<seconds>(system_clock::now());
  constexpr long long last = 253402300799;  // the end of the year 9999
  const auto value = digits(text);
  if (!value || *value > last)
    return Failure{Failing::usage,
                   fmt::format("SOURCE_DATE_EPOCH is '{}', not a number of seconds", text),
                   "unset it, or give seconds since 1970, as `date +%s` prints them"};
  return sys_seconds(seconds(*value));
}

Result<year_month_day> today(std::string_view given) {
  if (!given.empty()) return parse_day(given);
  const auto moment = now();
  if (!moment) return moment.failure();
  if (!epoch_override().empty()) return year_month_day(floor<days>(*moment));
  return local_day(*moment);
}

std::string_view month_name(month which) {
  static constexpr std::string_view names[] = {"January",   "February", "March",    "April",
                                               "May",       "June",     "July",     "August",
                                               "September", "October",  "November", "December"};
  return names[static_cast<unsigned>(which) - 1];
}

std::string length_of(const year_month& which) {
  const year_month_day_last last = which / std::chrono::last;
  return fmt::format("{} {} has {} days", month_name(which.month()), static_cast<int>(which.year()),
                     static_cast<unsigned>(last.day()));
}

}  // namespace rapport::base
