// SHA-1, because git names what it keeps by it. No defence against who wants two texts to agree.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::base {

class Sha1 {
 public:
  void add(std::string_view bytes);
  /// In lower case hexadecimal. The end: nothing is added behind it.
  std::string finish();

 private:
  void mix(const unsigned char* block);

  std::array<std::uint32_t, 5> state_{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  std::array<unsigned char, 64> waiting_{};  // the beginning of the next block
  std::size_t waits_ = 0;
  std::uint64_t size_ = 0;  // of all, in bytes
};

}  // namespace rapport::base
