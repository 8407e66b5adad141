// Which program this is.
#pragma once

#include <string>
#include <string_view>

namespace rapport::cli {

std::string_view version();      // "0.1.0"
std::string_view manual_date();  // of the manual, as YYYY-MM-DD
std::string version_line();      // "rapport 0.1.0", with its line end

}  // namespace rapport::cli
