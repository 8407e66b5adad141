#include "release/hay.hpp"

#include "base/particles.hpp"
#include "base/unicode.hpp"
#include "release/asides.hpp"

#include <algorithm>

namespace rapport::release {
namespace {

/// "Ejemplo, Lucía": a comma in a sentence. One without a space behind it parts the cells of a row.
bool is_one_comma(std::string_view gap) {
  const auto comma = gap.find(',');
  if (comma == gap.npos) return true;
  const bool has_space =
      comma + 1 < gap.size() && (gap[comma + 1] == ' ' || gap[comma + 1] == '\n');
  return has_space && gap.find(',', comma + 1) == gap.npos;
}

/// Spaces, or one line end and what a line begins with; more of either parts columns and
/// paragraphs.
bool is_one_space(std::string_view gap) {
  const auto lines = std::ranges::count(gap, '\n');
  if (lines == 0) return std::ranges::count(gap, ' ') <= 1;
  return lines == 1 && gap.find_first_of("-*") == gap.npos;
}

/// What stands between two words could stand between the parts of a name.
bool joins(std::string_view gap, std::string_view before) {
  constexpr std::string_view hyphen = "\u2010";
  constexpr std::string_view apostrophe = "\u2019";
  for (std::size_t i = 0; i < gap.size(); ++i) {
    const auto rest = gap.substr(i);
    if (rest.starts_with(hyphen) || rest.starts_with(apostrophe))
      i += hyphen.size() - 1;
    else if (gap[i] == '.' && base::count_points(before) > 1)
      return false;  // the end of a sentence, unless it stands behind an initial
    else if (std::string_view(" \n.,-'`*_\\").find(gap[i]) == std::string_view::npos)
      return false;
  }
  return is_one_comma(gap) && is_one_space(gap);
}

}  // namespace

Hay::Hay(std::string_view bytes) : folded_(base::fold(bytes)) {
  const auto found = base::words(folded_);
  words_.reserve(found.size());
  for (const auto word : found) {
    HayWord next{.text = word, .is_particle = base::is_particle(word)};
    if (!words_.empty()) {
      const std::string_view before = words_.back().text;
      const char* const end = before.data() + before.size();
      next.joined = joins({end, static_cast<std::size_t>(word.data() - end)}, before);
    }
    words_.push_back(next);
  }
}

std::size_t Hay::before_aside(std::size_t at) const {
  const auto offset = [this](const char* where) {
    return static_cast<std::size_t>(where - folded_.data());
  };
  const std::size_t end = end_before_aside(folded_, offset(words_[at].text.data()));
  if (end == std::string::npos) return none;
  while (at-- != 0) {
    const std::string_view word = words_[at].text;
    const std::size_t own_end = offset(word.data() + word.size());
    if (own_end <= end) return own_end == end ? at : none;
  }
  return none;
}

}  // namespace rapport::release
