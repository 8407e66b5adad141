// Names that tell nothing: drawn by the system's random numbers, never counted up.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace rapport::cli {

/// "hrd-k7m2qx": the prefix and `length` of 0-9a-hjkmnp-tv-z, which are not mistaken for each
/// other.
base::Result<std::string> opaque_id(std::string_view prefix, std::size_t length = 6);

/// A random UUID (version 4).
base::Result<std::string> uuid();

}  // namespace rapport::cli
