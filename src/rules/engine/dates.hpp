// Dates as messages say them.
#pragma once

#include "value/date.hpp"

#include <string>

namespace rapport::rules {

/// "10 April 2026", "April 2026", "2026", "an unknown day".
std::string long_date(const value::Date& date);

}  // namespace rapport::rules
