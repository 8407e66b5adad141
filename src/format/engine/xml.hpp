// Text inside XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace rapport::format {

/// For content and for attributes in double quotes. Characters XML cannot hold, and bidi controls
/// that could turn their surroundings around, become U+FFFD.
std::string xml_text(std::string_view text);

}  // namespace rapport::format
