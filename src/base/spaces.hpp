// What stands between: the spaces of text, and what parts the digits of a number.
#pragma once

namespace rapport::base {

/// Of any width, no-break spaces too; tabs and line ends are controls.
bool is_space(char32_t point);

/// Stands between the digits of a number that is written in groups: spaces, dashes, brackets,
/// points and '/'.
bool may_group_digits(char32_t point);
/// The same, and what might: commas, low lines, apostrophes, points at mid-height. They part the
/// numbers of a list, too.
bool may_part_digits(char32_t point);

}  // namespace rapport::base
