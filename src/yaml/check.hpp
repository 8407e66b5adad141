// What every byte of a record must satisfy before its structure is looked at.
#pragma once

#include "yaml/fault.hpp"

#include <cstddef>
#include <string_view>

namespace rapport::yaml {

/// Bytes behind the text that `check` and the reader may look at. They are no text.
inline constexpr std::size_t padding = 32;

/// The first fault of encoding, control characters or line ends; problem none: there is none. A
/// byte order mark at the very start is the caller's. `padding` bytes behind `text` are readable.
/// `has_unusual` becomes true when an unusual character is met.
Fault check(std::string_view text, bool& has_unusual);

struct CodePoint {
  char32_t value = 0;
  unsigned length = 0;  // 0: no UTF-8 here
};

/// The character at `at`, which lies before `end`. No surrogates, nothing overlong.
CodePoint code_point(const char* at, const char* end);

/// Characters that have no place in a record, neither as they are nor as an escape. Line ends and
/// tabs are not asked for here.
bool is_forbidden(char32_t point);

}  // namespace rapport::yaml
