#include "cli/random.hpp"

#include <fmt/format.h>
#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace rapport::cli {
namespace {

base::Done fill(std::span<std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t got = ::getrandom(bytes.data(), bytes.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0)
      return base::Failure{
          base::Failing::environment,
          fmt::format("the system provided no random numbers: {}", std::strerror(errno)),
          {}};
    bytes = bytes.subspan(static_cast<std::size_t>(got));
  }
  return base::done();
}

}  // namespace

base::Result<std::string> opaque_id(std::string_view prefix, std::size_t length) {
  constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
  static_assert(letters.size() == 32, "a byte must fall on each letter as often");
  std::vector<std::uint8_t> bytes(length);
  if (auto filled = fill(bytes); !filled) return filled.failure();
  std::string id(prefix);
  id += '-';
  for (const auto byte : bytes) id += letters[byte % letters.size()];
  return id;
}

base::Result<std::string> uuid() {
  std::array<std::uint8_t, 16> bytes{};
  if (auto filled = fill(bytes); !filled) return filled.failure();
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
