// What a spreadsheet would not leave as it is: texts it would take for a formula or a number.
#pragma once

#include <string>
#include <string_view>

namespace rapport::format {

/// Starts like a formula, or is made of digits that would be read as another number: leading
/// zeros, an exponent, more digits than it keeps. A phone number with spaces stays text by itself.
bool would_change(std::string_view text);

/// `text`, behind an apostrophe when it would change.
std::string guarded(std::string_view text);

}  // namespace rapport::format
