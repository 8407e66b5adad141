#include "base/spaces.hpp"

#include <string_view>

namespace rapport::base {

bool is_space(char32_t point) {
  constexpr std::u32string_view spaces = U" \u00A0\u1680\u202F\u205F\u3000";
  return (point >= 0x2000 && point <= 0x200A) || spaces.find(point) != spaces.npos;
}

bool may_group_digits(char32_t point) {
  constexpr std::u32string_view signs =
      U"()./-\u2212\uFE58\uFE63\uFF0D";  // also minus, wide hyphens
  const bool is_dash = point >= 0x2010 && point <= 0x2015;
  return is_dash || is_space(point) || signs.find(point) != signs.npos;
}

bool may_part_digits(char32_t point) {
  constexpr std::u32string_view signs =
      U",_'\u2019"                              // also an apostrophe
      U"\u00B7\u2022\u2027\u2219\u22C5\u30FB";  // points at mid-height
  return may_group_digits(point) || signs.find(point) != signs.npos;
}

}  // namespace rapport::base
