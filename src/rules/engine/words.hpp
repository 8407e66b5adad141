// The words of a text as names are compared: folded, without the small words between the parts of a
// name. ASCII, which most text is, takes no memory.
#pragma once

#include "base/hash.hpp"
#include "base/unicode.hpp"

#include <array>
#include <cstdint>
#include <cstring>
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

/// 1: part of a word; 2: ends what is joined; 0: neither.
inline constexpr auto classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const bool digit = byte >= '0' && byte <= '9';
    const bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
    table[byte] = byte >= 0x80 || digit || letter ? 1 : 0;
  }
  for (const char c : std::string_view{",;:!?()[]\"/"}) table[static_cast<unsigned char>(c)] = 2;
  return table;
}();
inline std::uint8_t class_of(char c) { return classes[static_cast<unsigned char>(c)]; }

inline constexpr std::uint64_t lower = 0x2020202020202020;  // of ASCII letters; digits have it

/// Of ASCII in any case, or of folded text: the same for one word in both forms.
template <bool IsAscii>
std::uint64_t hash(std::string_view word) {
  constexpr std::uint64_t odd = 0xD6E8FEB86659FD93;
  constexpr std::uint64_t mask = IsAscii ? lower : 0;
  std::uint64_t state = 0x9E3779B97F4A7C15 ^ word.size();
  const char* at = word.data();
  std::size_t left = word.size();
  for (; left >= 8; at += 8, left -= 8)
    state = base::hashing::stir(state ^ (base::hashing::load(at, 8) | mask), odd);
  if (left == 0) return state;
  const std::uint64_t tail = base::hashing::load(at, left) | mask >> (8 * (8 - left));
  return base::hashing::stir(state ^ tail, odd);
}

inline std::uint64_t mix(std::uint64_t state) {
  state ^= state >> 32;
  state *= 0xD6E8FEB86659FD93;
  return state ^ state >> 32;
}

/// de, van, al ...: common to so many names that they say nothing of whose it is. Any case.
bool is_particle(std::string_view word);

}  // namespace words

/// Calls `visit(const FoundWord&)` for each word of `text` that is no particle.
template <class Visit>
void each_word(std::string_view text, Visit&& visit) {
  std::size_t letters = 0;  // of the word before
  bool joined = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::uint8_t kind = words::class_of(text[i]);
    if (kind != 1) {
      // A point ends a sentence, but not behind an initial.
      if (kind == 2 || (text[i] == '.' && letters > 1)) joined = false;
      ++i;
      continue;
    }
    const std::size_t start = i;
    unsigned char bits = 0;
    for (; i < text.size() && words::class_of(text[i]) == 1; ++i)
      bits |= static_cast<unsigned char>(text[i]);
    const auto run = text.substr(start, i - start);
    letters = run.size();
    if (bits < 0x80) {
      if (run.size() <= 3 && words::is_particle(run)) continue;
      visit(FoundWord{words::hash<true>(run), start, i, letters, joined});
      joined = true;
      continue;
    }
    const std::string folded = base::fold(run);
    for (const auto part : base::words(folded)) {
      letters = base::count_points(part);
      if (words::is_particle(part)) continue;
      visit(FoundWord{words::hash<false>(part), start, i, letters, joined});
      joined = true;
    }
  }
}

}  // namespace rapport::rules
