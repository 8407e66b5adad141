// Eight characters in one number, the first one lowest: what a loop over characters asks of each of
// them, asked of eight at once. Answers are in the top bit of each.
#pragma once

#include "base/hash.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rapport::base::swar {

using Eight = std::uint64_t;
inline constexpr Eight each = 0x0101010101010101;
inline constexpr Eight top_bits = 0x80 * each;
inline constexpr Eight lower = 0x20 * each;  // of ASCII letters; digits have it

/// Eight bytes must be readable there.
inline Eight load(const char* at) { return hashing::load(at, 8); }
constexpr Eight first_bytes(std::size_t count) { return ~Eight{0} >> (8 * (8 - count)); }

/// ASCII letters and digits. Controls, which no record holds, may be mistaken for digits.
constexpr Eight letters_and_digits(Eight chars) {
  const Eight low = (chars | lower) & ~top_bits;
  const auto from = [&](char c) { return low + (0x80 - static_cast<Eight>(c)) * each; };
  const auto behind = [&](char c) { return low + (0x7f - static_cast<Eight>(c)) * each; };
  const Eight letters = from('a') & ~behind('z');
  const Eight digits = from('0') & ~behind('9');
  return (letters | digits) & ~chars & top_bits;
}

constexpr Eight equal(Eight chars, char c) {
  const Eight other = chars ^ (static_cast<Eight>(c) * each);
  return ~(((other & ~top_bits) + 0x7f * each) | other) & top_bits;
}

/// How many, from the first one on, have the answer.
inline std::size_t leading(Eight bits) {
  return static_cast<std::size_t>(std::countr_zero(~bits & top_bits)) / 8;
}

/// The first byte from `from` that is not ASCII; npos when there is none.
inline std::size_t find_non_ascii(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at + 8 <= text.size() && (load(text.data() + at) & top_bits) == 0) at += 8;
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at < text.size() ? at : std::string_view::npos;
}

}  // namespace rapport::base::swar
