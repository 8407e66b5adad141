// What day it is, so that everything that depends on the day can be told another one.
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <string_view>

namespace rapport::base {

/// The moment `SOURCE_DATE_EPOCH` names when it is set, else the system's clock. A value that is
/// not a number of seconds is a failure, not today.
Result<std::chrono::sys_seconds> now();

/// The day `given` names (`--today`, YYYY-MM-DD); when empty, the day of `now()`: in UTC when
/// `SOURCE_DATE_EPOCH` set it, else where this computer is.
Result<std::chrono::year_month_day> today(std::string_view given);

}  // namespace rapport::base
