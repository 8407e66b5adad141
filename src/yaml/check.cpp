#include "yaml/check.hpp"

namespace rapport::yaml {

Fault check(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto c = byte(i);
    const auto offset = static_cast<std::uint32_t>(i);
    if (c < 0x80) {
      const bool lone = c == '\r' && byte(i + 1) != '\n';
      if ((c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7f || lone)
        return {Problem::control_character, offset, 1};
      ++i;
      continue;
    }
    const std::size_t length = c >= 0xf0 && c < 0xf5   ? 4
                               : c >= 0xe0 && c < 0xf0 ? 3
                               : c >= 0xc2 && c < 0xe0 ? 2
                                                       : 0;
    if (length == 0) return {Problem::encoding, offset, 1};
    std::uint32_t code = c & (0xffU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
      if ((byte(i + k) & 0xc0U) != 0x80) return {Problem::encoding, offset, 1};
      code = code << 6 | (byte(i + k) & 0x3fU);
    }
    if ((length == 3 && code < 0x800) || (length == 4 && (code < 0x10000 || code > 0x10ffff)) ||
        (code >= 0xd800 && code <= 0xdfff))
      return {Problem::encoding, offset, 1};
    if (code < 0xa0 || code == 0x2028 || code == 0x2029)
      return {Problem::control_character, offset, static_cast<std::uint32_t>(length)};
    i += length;
  }
  return {};
}

}  // namespace rapport::yaml
