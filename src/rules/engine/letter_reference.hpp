// The reference of a letter, taken apart: AL HND 3/2026.
#pragma once

#include <string_view>

namespace rapport::rules {

struct LetterReference {
  std::string_view type;  // UA, AL, OL
  std::string_view code;  // of the addressee's State, or OTH
  std::string_view number;
  std::string_view year;

  bool is_well_formed() const { return !year.empty(); }
};

/// Not well-formed when `text` is anything else. The old form with file codes of each mandate (UA
/// G/SO 218/2 ... VNM 5/2013) is read for years up to 2014.
LetterReference parse_reference(std::string_view text);

}  // namespace rapport::rules
