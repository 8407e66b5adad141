// Whom an output is made for, in words.
#pragma once

#include "report/engine/report.hpp"

#include <string>

namespace rapport::report {

/// "the State concerned", or the one State or partner that it was narrowed to.
std::string reader(const Request& request);

}  // namespace rapport::report
