// What tables that are handed out have in common.
#pragma once

#include "report/engine/report.hpp"
#include "view/table.hpp"

#include <string>

namespace rapport::report {

/// Empty where there is nothing to print.
view::Cell cell(std::string text);

/// How it is to be handled, for whom it was made, when and what for. What everybody may read is not
/// confidential.
void mark(view::Table& table, const Request& request);

}  // namespace rapport::report
