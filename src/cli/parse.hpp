// The command line against what was declared. All failures are usage failures with a hint.
#pragma once

#include "base/result.hpp"
#include "cli/options.hpp"

#include <span>
#include <string>
#include <vector>

namespace rapport::cli {

/// Where the command's name stands among `arguments`, skipping `globals` and their values;
/// arguments.size() when there is none.
std::size_t find_command(std::span<const std::string> arguments, const Options& globals);

/// Fills the targets of both. `arguments` are without the program's and the command's name.
base::Done parse(std::vector<std::string> arguments, const Options& globals,
                 const Options& command);

}  // namespace rapport::cli
