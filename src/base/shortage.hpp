// When the process or the machine has too little of something: no fault of the file that was to be
// opened, and nothing that can be mended in it.
#pragma once

#include "base/result.hpp"

#include <string_view>

namespace rapport::base {

/// Too few descriptors or too little memory, by the system's error number.
bool is_shortage(int error);

/// "cannot `what`: Too many open files", with what to do about it.
Failure shortage(std::string_view what, int error);

/// Raises the number of files this process may open to what the system lets it have. Fails when
/// that is fewer than `least`.
Result<unsigned> allow_open_files(unsigned least);

}  // namespace rapport::base
