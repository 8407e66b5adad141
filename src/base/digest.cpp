#include "base/digest.hpp"

#include <sodium.h>

#include <array>
#include <cassert>

namespace rapport::base {
namespace {

std::string hexadecimal(const unsigned char* bytes, std::size_t size) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    text += digits[bytes[i] >> 4];
    text += digits[bytes[i] & 15];
  }
  return text;
}

}  // namespace

std::string blake2b(std::string_view bytes, std::size_t size) {
  std::array<unsigned char, crypto_generichash_BYTES_MAX> digest{};
  assert(size >= crypto_generichash_BYTES_MIN && size <= digest.size());
  crypto_generichash(digest.data(), size, reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  return hexadecimal(digest.data(), size);
}

}  // namespace rapport::base
