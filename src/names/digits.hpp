// Digits of any script, and what may be between those of one number.
#pragma once

#include "base/spaces.hpp"
#include "base/unicode.hpp"

namespace rapport::names {

/// NUL for what is none.
inline char digit_of(char32_t point) {
  if (point < 0x80) return point >= U'0' && point <= U'9' ? static_cast<char>(point) : '\0';
  const int value = base::digit_value(point);
  return value < 0 ? '\0' : static_cast<char>('0' + value);
}

/// Formats add these; they separate nothing.
inline bool is_sign_of_format(char32_t point) {
  return point == U'\\' || point == U'*' || point == U'\r';
}

/// In a text, which may write one number over two lines or in the cells of a row.
inline bool may_be_within_number(char32_t point) {
  return point == U'+' || point == U'\n' || is_sign_of_format(point) ||
         base::may_part_digits(point) || base::is_invisible(point);
}

}  // namespace rapport::names
