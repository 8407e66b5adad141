// What comes on standard input.
#pragma once

#include "base/result.hpp"

#include <string>

namespace rapport::cli {

/// All of it, without the line ends at its end. Fails where it is longer than a record may be, or
/// not UTF-8.
base::Result<std::string> read_input();

bool input_is_terminal();

}  // namespace rapport::cli
