#include "cli/random.hpp"

#include <fmt/format.h>
#include <sys/random.h>

#include <array>
#include <cstdint>
#include <stdexcept>

namespace rapport::cli {
namespace {

template <std::size_t N>
std::array<std::uint8_t, N> random_bytes() {
  std::array<std::uint8_t, N> bytes{};
  if (::getrandom(bytes.data(), N, 0) != static_cast<ssize_t>(N))
    throw std::runtime_error("the system gave no random numbers");
  return bytes;
}

}  // namespace

std::string opaque_id(std::string_view prefix, std::size_t length) {
  constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
  static_assert(letters.size() == 32, "a byte must fall on each letter as often");
  std::string id(prefix);
  id += '-';
  while (length-- > 0) id += letters[random_bytes<1>()[0] % letters.size()];
  return id;
}

std::string uuid() {
  auto bytes = random_bytes<16>();
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x40);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += fmt::format("{:02x}", bytes[i]);
  }
  return text;
}

}  // namespace rapport::cli
