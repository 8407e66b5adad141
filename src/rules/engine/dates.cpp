#include "rules/engine/dates.hpp"

#include <fmt/format.h>

#include <string_view>

namespace rapport::rules {

std::string long_date(const value::Date& date) {
  static constexpr std::string_view months[] = {
      "",     "January", "February",  "March",   "April",    "May",     "June",
      "July", "August",  "September", "October", "November", "December"};
  switch (date.precision()) {
    case value::Precision::day:
      return fmt::format("{} {} {}", date.day(), months[date.month()], date.year());
    case value::Precision::month:
      return fmt::format("{} {}", months[date.month()], date.year());
    case value::Precision::year:
      return fmt::format("{}", date.year());
    case value::Precision::unknown:
      break;
  }
  return "an unknown day";
}

}  // namespace rapport::rules
