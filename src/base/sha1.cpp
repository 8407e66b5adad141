#include "base/sha1.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace rapport::base {
namespace {

using Words = std::array<std::uint32_t, 80>;

Words expand(const unsigned char* block) {
  Words words;
  for (std::size_t i = 0; i < 16; ++i)
    words[i] = std::uint32_t{block[4 * i]} << 24 | std::uint32_t{block[4 * i + 1]} << 16 |
               std::uint32_t{block[4 * i + 2]} << 8 | block[4 * i + 3];
  for (std::size_t i = 16; i < words.size(); ++i)
    words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  return words;
}

std::uint32_t round_of(std::size_t i, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  if (i < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (i < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (i < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

}  // namespace

void Sha1::mix(const unsigned char* block) {
  const Words words = expand(block);
  auto [a, b, c, d, e] = state_;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t next = std::rotl(a, 5) + round_of(i, b, c, d) + e + words[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  state_ = {state_[0] + a, state_[1] + b, state_[2] + c, state_[3] + d, state_[4] + e};
}

void Sha1::add(std::string_view bytes) {
  size_ += bytes.size();
  while (!bytes.empty()) {
    const std::size_t taken = std::min(waiting_.size() - waits_, bytes.size());
    std::memcpy(waiting_.data() + waits_, bytes.data(), taken);
    bytes.remove_prefix(taken);
    waits_ += taken;
    if (waits_ < waiting_.size()) return;
    mix(waiting_.data());
    waits_ = 0;
  }
}

std::string Sha1::finish() {
  const std::uint64_t bits = size_ * 8;
  const std::size_t zeros = (waiting_.size() + 56 - waits_ - 1) % waiting_.size();
  std::string end = "\x80" + std::string(zeros, '\0');
  for (int shift = 56; shift >= 0; shift -= 8) end += static_cast<char>(bits >> shift & 255);
  add(end);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint32_t word : state_)
    for (int shift = 28; shift >= 0; shift -= 4) text += digits[word >> shift & 15];
  return text;
}

}  // namespace rapport::base
