// The text behind what formats write for a character: references of HTML and Markdown, escapes of
// JSON, Markdown and manual pages, and of addresses.
#pragma once

#include "names/readings.hpp"

#include <string_view>

namespace rapport::names {

/// Good for finding words, not for reading: it does not know which format it looks at.
Reading unescaped(std::string_view bytes);

}  // namespace rapport::names
