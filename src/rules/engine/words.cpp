#include "rules/engine/words.hpp"

#include "base/particles.hpp"

#include <algorithm>

namespace rapport::rules::words {
namespace {

constexpr std::string_view titles[] = {"mr", "mrs", "ms",   "miss", "mx",   "dr",  "prof",
                                       "sr", "sra", "srta", "don",  "dona", "mme", "mlle"};

}  // namespace

bool is_particle(std::string_view word) { return base::is_particle(word); }

bool is_titled(std::string_view text, std::size_t start) {
  std::size_t end = start;
  while (end > 0 && text[end - 1] == ' ') --end;
  const bool has_point = end > 0 && text[end - 1] == '.';
  if (has_point) --end;
  std::size_t first = end;
  while (first > 0 && is_word(text[first - 1])) --first;
  const std::string before = base::fold(text.substr(first, end - first));
  if (before.size() == 1) return has_point && before[0] >= 'a' && before[0] <= 'z';
  return std::ranges::find(titles, before) != std::end(titles);
}

}  // namespace rapport::rules::words
