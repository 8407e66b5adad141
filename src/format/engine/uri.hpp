// Paths as relative addresses.
#pragma once

#include <string>
#include <string_view>

namespace rapport::format {

/// Every byte but letters, digits, `-._~/` as %XX; a colon in the first part, too, would make it
/// a scheme.
std::string relative_uri(std::string_view path);

}  // namespace rapport::format
