// What day it is, so that everything that depends on the day can be told another one.
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace rapport::base {

/// The moment `SOURCE_DATE_EPOCH` names when it is set, else the system's clock. A value that is
/// not a number of seconds is a failure, not today.
Result<std::chrono::sys_seconds> now();

/// The day `given` names (`--today`, YYYY-MM-DD); when empty, the day of `now()`: in UTC when
/// `SOURCE_DATE_EPOCH` set it, else where this computer is.
Result<std::chrono::year_month_day> today(std::string_view given);

/// "May": in English, as messages have it.
std::string_view month_name(std::chrono::month month);  // must be one

/// "February 2026 has 28 days": why a day is not in the calendar.
std::string length_of(const std::chrono::year_month& month);

}  // namespace rapport::base
