// The digits of the escapes \u and \U, for checking them and for decoding them.
#pragma once

namespace rapport::yaml {

/// -1: not a hexadecimal digit.
constexpr int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace rapport::yaml
