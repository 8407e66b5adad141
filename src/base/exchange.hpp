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

/// Removes a file that holds `before`; false as above.
Result<bool> remove_file(const std::string& path, std::string_view before);

class Temporary;

/// Puts back what came out of an exchange. When the file was saved once more meanwhile, that comes
/// out now, and has to go back in turn. If it cannot be put back it stays, and the failure says
/// under which name.
Done take_back(Temporary& temporary);

}  // namespace rapport::base
