// How many processors this process may use, which is not how many the machine has.
#pragma once

#include <string>

namespace rapport::base {

/// What the control groups of this process leave it, rounded up; 0 when they set no limit. The
/// files of the system lie below `root`.
unsigned processors_of_groups(const std::string& root = {});

/// The smaller of 8, what the process is bound to, and what its control groups leave it; at
/// least 1. More than 8 gain nothing: then the kernel's locks are what reading waits for.
unsigned default_threads();

}  // namespace rapport::base
