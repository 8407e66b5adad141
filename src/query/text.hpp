// The text of a value, decoded into memory of this thread.
#pragma once

#include "value/text.hpp"

#include <string_view>

namespace rapport::query {

/// Stays until the program ends.
std::string_view text_of(const value::Text& text);

}  // namespace rapport::query
