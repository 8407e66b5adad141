// A fast hash of short texts such as ids and codes, the same at compile time and on every machine.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace rapport::base {

namespace hashing {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

/// Up to eight bytes, the first one lowest, as on every machine we build for.
constexpr std::uint64_t load(const char* at, std::size_t count) {
  std::uint64_t word = 0;
  if (!std::is_constant_evaluated()) {
    static_assert(std::endian::native == std::endian::little);
    if (count == 8) {
      std::memcpy(&word, at, 8);
      return word;
    }
    if (count >= 4) {  // two loads that overlap, and agree where they do
      std::uint32_t low = 0;
      std::uint32_t high = 0;
      std::memcpy(&low, at, 4);
      std::memcpy(&high, at + count - 4, 4);
      return low | std::uint64_t{high} << (8 * (count - 4));
    }
  }
  for (std::size_t i = 0; i < count; ++i)
    word |= std::uint64_t{static_cast<unsigned char>(at[i])} << (8 * i);
  return word;
}

}  // namespace hashing

/// Never 0, so that 0 can stand for "no id". Two ids may share a hash, by chance or by intent:
/// where that would matter, compare the texts too.
constexpr std::uint64_t hash(std::string_view text) {
  constexpr std::uint64_t first = 0x9E3779B97F4A7C15;   // 2^64 over the golden ratio
  constexpr std::uint64_t second = 0xD6E8FEB86659FD93;  // an odd number with mixed bits
  std::uint64_t state = first ^ text.size();
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left >= 8; at += 8, left -= 8)
    state = hashing::mix(state ^ hashing::load(at, 8), second) + first;
  state = hashing::mix(state ^ hashing::load(at, left), second);
  state = hashing::mix(state ^ (state >> 29), first);
  return state == 0 ? first : state;
}

/// Of several in a row: the hash of those before, and the next one. Another order is another hash.
constexpr std::uint64_t chain(std::uint64_t before, std::uint64_t next) {
  return hashing::mix(std::rotl(before, 23) ^ next, 0xD6E8FEB86659FD93) + 1;
}

}  // namespace rapport::base
