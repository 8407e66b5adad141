// A new text in the place of a text that was read, and of no other.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace rapport::base {

/// Puts `bytes` in the place of a file that holds `before`; it keeps its mode. False when it holds
/// something else by now, is gone, or is being written by another program: then it is as that
/// program left it. Both may stand on disk for a moment, never a mixture, and never neither.
Result<bool> exchange_file(const std::string& path, std::string_view before,
                           std::string_view bytes);

}  // namespace rapport::base
