// A text of a record as the last look reads an output, so that both find the same in it.
#pragma once

#include "names/readings.hpp"
#include "names/secret_matcher.hpp"

#include <string_view>
#include <vector>

namespace rapport::rules {

/// Quick: whether names::each_reading may give anything but the text itself.
bool has_other_readings(std::string_view text);

/// Calls `look(reading)` with each reading of `text`, until it answers true: then so does this.
template <class Look>
bool any_reading(std::string_view text, Look&& look) {
  if (!has_other_readings(text)) return look(text);
  bool found = false;
  names::each_reading(text, [&](std::string_view reading, const names::Origin&) {
    found = look(reading);
    return found;
  });
  return found;
}

/// All that `needles` find. Several blanks are one: they part the columns of an output, and in a
/// record are a slip.
std::vector<names::Hit> all_in(const names::SecretMatcher& needles, std::string_view text);

}  // namespace rapport::rules
