// The words of a text as names are compared: folded, without the small words between the parts of a
// name. ASCII, which most text is, takes no memory.
#pragma once

#include "base/unicode.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::rules {

struct FoundWord {
  std::uint64_t hash = 0;
  std::size_t start = 0;  // in the text as it is written
  std::size_t end = 0;
  std::size_t letters = 0;
  bool joined = false;  // nothing but spaces, hyphens and the like since the word before
};

namespace words {

inline bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') ||
         ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

inline std::uint64_t start_hash() { return 0x9E3779B97F4A7C15; }
inline std::uint64_t add_byte(std::uint64_t state, char c) {
  auto byte = static_cast<unsigned char>(c);
  if (byte >= 'A' && byte <= 'Z') byte |= 0x20;
  return (state ^ byte) * 0x100000001B3;
}
inline std::uint64_t mix(std::uint64_t state) {
  state ^= state >> 32;
  state *= 0xD6E8FEB86659FD93;
  return state ^ state >> 32;
}

/// de, van, al ...: common to so many names that they say nothing of whose it is.
bool is_particle(std::string_view word);

inline std::uint64_t hash(std::string_view folded) {
  std::uint64_t state = start_hash();
  for (const char c : folded) state = add_byte(state, c);
  return mix(state);
}

}  // namespace words

/// Calls `visit(const FoundWord&)` for each word of `text` that is no particle.
template <class Visit>
void each_word(std::string_view text, Visit&& visit) {
  FoundWord word;
  bool joined = false;
  for (std::size_t i = 0; i < text.size();) {
    if (!words::is_word_byte(text[i])) {
      if (std::string_view{",;:!?()[]\"/"}.find(text[i]) != std::string_view::npos) joined = false;
      if (text[i] == '.' && word.letters > 1) joined = false;
      ++i;
      continue;
    }
    std::uint64_t state = words::start_hash();
    bool ascii = true;
    const std::size_t start = i;
    for (; i < text.size() && words::is_word_byte(text[i]); ++i) {
      ascii = ascii && static_cast<unsigned char>(text[i]) < 0x80;
      state = words::add_byte(state, text[i]);
    }
    const auto run = text.substr(start, i - start);
    word = {words::mix(state), start, i, run.size(), joined};
    if (ascii) {
      if (run.size() <= 3 && words::is_particle(run)) continue;
      visit(word);
      joined = true;
      continue;
    }
    const std::string folded = base::fold(run);
    for (const auto part : base::words(folded)) {
      if (words::is_particle(part)) continue;
      visit(FoundWord{words::hash(part), start, i, base::count_points(part), joined});
      joined = true;
    }
  }
}

}  // namespace rapport::rules
