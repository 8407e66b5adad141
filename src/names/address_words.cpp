#include "names/address_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace rapport::names {
namespace {

constexpr std::size_t longest_gap = 24;

/// What is between the words of one mail or web address, as formats write it too.
bool ties(std::string_view gap) {
  constexpr std::string_view signs = "@._-/\\:%()[]{}<>~*'=?&#+";
  return gap.size() <= longest_gap && gap.find_first_not_of(signs) == gap.npos;
}

/// "(at)", "[dot]", " at ": a word for a sign, apart from the words beside it.
bool is_spelled_sign(const ScanText& text, std::size_t at) {
  constexpr std::array<std::string_view, 9> names = {"at",      "dot",   "arroba", "punto", "ponto",
                                                     "arobase", "point", "punkt",  "aet"};
  if (at + 1 >= text.size() || std::ranges::find(names, text.text(at)) == names.end()) return false;
  const auto is_apart = [](std::string_view gap) {
    return gap.size() < 4 && gap.find_first_of(" ([{<>}])") != gap.npos &&
           gap.find_first_not_of(" ([{<>}])-_*\\") == gap.npos;
  };
  return is_apart(text.gap_before(at)) && is_apart(text.gap_before(at + 1));
}

/// Behind the "+tag" of a mail address, whose first word is at `at`: the word behind '@'. Else
/// `at`.
std::size_t behind_tag(const ScanText& text, std::size_t at) {
  constexpr std::size_t longest_tag = 8;
  if (text.gap_before(at) != "+" && text.gap_before(at) != "\\+") return at;
  for (std::size_t i = at + 1; i < text.size() && i < at + longest_tag; ++i) {
    const auto gap = text.gap_before(i);
    if (gap.find('@') != gap.npos || is_spelled_sign(text, i)) return i;
    if (!ties(gap)) break;
  }
  return at;
}

}  // namespace

std::size_t next_tied(const ScanText& text, std::size_t at) {
  std::size_t next = at + 1;
  if (next < text.size()) next = behind_tag(text, next);
  constexpr std::size_t most_signs = 2;
  std::size_t signs = 0;
  while (signs < most_signs && next < text.size() && is_spelled_sign(text, next)) {
    ++signs;
    ++next;
  }
  if (next >= text.size()) return ScanText::none;
  return signs != 0 || ties(text.gap_before(next)) ? next : ScanText::none;
}

std::size_t next_loose(const ScanText& text, std::size_t at) {
  const std::size_t next = at + 1;
  if (next >= text.size()) return ScanText::none;
  const auto gap = text.gap_before(next);
  const bool is_near = gap.size() <= longest_gap && gap.find("\n\n") == gap.npos;
  return is_near ? next : ScanText::none;
}

}  // namespace rapport::names
