// Whether the bytes of a file are text at all.
#pragma once

#include "yaml/fault.hpp"

#include <string_view>

namespace rapport::yaml {

/// The first byte that is not UTF-8 or is a control character; no problem when there is none.
Fault check(std::string_view text);

}  // namespace rapport::yaml
