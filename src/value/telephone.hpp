// Telephone numbers as people write them: +41 22 917 12 34 ext. 5, 0041 (0)22 917 12 34.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::value {

enum class TelephoneFault : std::uint8_t {
  none,
  no_country,    // neither + nor 00 before it
  zero_country,  // the code of a country does not begin with 0
  two_numbers,   // a second number, or the end of one, behind the first
  letters,       // among the digits: 0800 FLOWERS
  words,         // behind or before the number
  no_extension,  // `ext.` with no number behind it, or too long a one
  length,        // too few digits, or too many
  sign,          // that is in no number
  other_digits,  // of another script or width, or a + of such a width
};

/// E.164, and the extension of an office's switchboard.
struct Telephone {
  std::string number;     // +41229171234; empty where it cannot be read
  std::string extension;  // 5
  TelephoneFault fault = TelephoneFault::none;

  explicit operator bool() const { return fault == TelephoneFault::none; }
  /// As a link says it (RFC 3966): +41229171234;ext=5.
  std::string uri() const;
};

/// An extension follows ext., x, #, ;ext= or the word of another language. A zero in brackets,
/// which is dialled within the country only, is left out of the number.
Telephone read_telephone(std::string_view written);

}  // namespace rapport::value
