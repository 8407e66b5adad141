// From the words of the command line to an exit status.
#pragma once

namespace rapport::cli {

struct Lists;

/// Never throws. What goes wrong is told on standard error.
int run(int argc, char** argv, const Lists& lists);

}  // namespace rapport::cli
