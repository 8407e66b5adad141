// What comes on standard input.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>

namespace rapport::cli {

/// All of it, to its end. More than `limit` bytes are a failure.
base::Result<std::string> read_standard_input(std::size_t limit);

/// The same as a value of a record: without the line ends at its end. Fails where it is longer than
/// a record may be, or not UTF-8.
base::Result<std::string> read_input();

bool input_is_terminal();

}  // namespace rapport::cli
