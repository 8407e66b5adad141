// What stands between: the spaces of text, and what parts the digits of a number.
#pragma once

namespace rapport::base {

/// Of any width, no-break spaces too; tabs and line ends are controls.
bool is_space(char32_t point);

/// May stand between the digits of a number that is written in groups: spaces, dashes, brackets,
/// points, commas and the like, all within a line.
bool may_part_digits(char32_t point);

}  // namespace rapport::base
