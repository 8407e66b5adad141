#include "base/particles.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace rapport::base {
namespace {

/// A word of up to four letters in one number, in lower case.
constexpr std::uint32_t packed(std::string_view word) {
  std::uint32_t value = 0;
  for (const char c : word)
    value = value << 8 | static_cast<std::uint32_t>(static_cast<unsigned char>(c) | 0x20);
  return value;
}

constexpr std::string_view particles[] = {
    "a",   "abu", "al", "an",  "and", "at", "bin", "da", "das", "de",  "del", "den",
    "der", "di",  "do", "dos", "du",  "e",  "el",  "et", "for", "in",  "la",  "las",
    "le",  "les", "lo", "los", "of",  "on", "the", "to", "van", "von", "y",
};

/// Sparse, so that most words of a text are refused by the first place looked at.
constexpr std::size_t places = 256;
constexpr std::size_t place_of(std::uint32_t word) { return (word * 0x9E3779B1U) >> 24; }
constexpr auto particle_table = [] {
  std::array<std::uint32_t, places> table{};
  for (const auto particle : particles) {
    std::size_t at = place_of(packed(particle));
    while (table[at] != 0) at = (at + 1) % places;
    table[at] = packed(particle);
  }
  return table;
}();

}  // namespace

bool is_particle(std::string_view word) {
  if (word.size() > 3) return false;
  const std::uint32_t wanted = packed(word);
  for (std::size_t at = place_of(wanted); particle_table[at] != 0; at = (at + 1) % places)
    if (particle_table[at] == wanted) return true;
  return false;
}

}  // namespace rapport::base
