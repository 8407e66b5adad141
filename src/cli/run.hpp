// From the words of the command line to an exit status.
#pragma once

#include "cli/command.hpp"

namespace rapport::cli {

/// Never throws. What goes wrong is told on standard error.
int run(int argc, char** argv, Commands commands);

}  // namespace rapport::cli
