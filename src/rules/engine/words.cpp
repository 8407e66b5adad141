#include "rules/engine/words.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rapport::rules::words {

bool is_particle(std::string_view word) {
  static constexpr std::string_view particles[] = {
      "a",   "abu", "al", "an",  "and", "at", "bin", "da", "das", "de",  "del", "den",
      "der", "di",  "do", "dos", "du",  "e",  "el",  "et", "for", "in",  "la",  "las",
      "le",  "les", "lo", "los", "of",  "on", "the", "to", "van", "von", "y",
  };
  return word.size() <= 3 && std::ranges::binary_search(particles, base::lower_ascii(word));
}

}  // namespace rapport::rules::words
