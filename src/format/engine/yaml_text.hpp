// Scalars that every reader of YAML, old or new, takes for the same text.
#pragma once

#include <string>
#include <string_view>

namespace rapport::format {

/// Plain when no reader can take it for anything but text, else in double quotes.
std::string yaml_text(std::string_view text);

}  // namespace rapport::format
