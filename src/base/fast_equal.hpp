// Whether two texts are the same, without a call: for the keys, words and codes of which every
// record has dozens, and which are a few characters long.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace rapport::base {

inline bool fast_equal(std::string_view left, std::string_view right) {
  const std::size_t size = left.size();
  if (size != right.size()) return false;
  const char* a = left.data();
  const char* b = right.data();
  const auto differ = [&]<class Word>(Word one, std::size_t at) {
    Word other = 0;
    std::memcpy(&one, a + at, sizeof one);
    std::memcpy(&other, b + at, sizeof other);
    return one != other;
  };
  // The last word overlaps the one before, so that no rest is left.
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8)
      if (differ(std::uint64_t{0}, at)) return false;
    return !differ(std::uint64_t{0}, size - 8);
  }
  if (size >= 4) return !differ(std::uint32_t{0}, 0) && !differ(std::uint32_t{0}, size - 4);
  return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

}  // namespace rapport::base
