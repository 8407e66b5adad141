// What comes in on standard input.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>

namespace rapport::cli {

/// All of it, to its end. More than `limit` bytes are a failure.
base::Result<std::string> read_standard_input(std::size_t limit);

}  // namespace rapport::cli
