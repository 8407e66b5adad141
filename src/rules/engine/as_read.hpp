// A text of a record as the last look reads an output, so that both find the same in it.
#pragma once

#include "release/needles.hpp"
#include "release/readings.hpp"

#include <string_view>
#include <vector>

namespace rapport::rules {

/// Quick: whether release::each_reading may give anything but the text itself.
bool has_other_readings(std::string_view text);

/// Calls `look(reading)` with each reading of `text`, until it answers true: then so does this.
template <class Look>
bool any_reading(std::string_view text, Look&& look) {
  if (!has_other_readings(text)) return look(text);
  bool found = false;
  release::each_reading(text, [&](std::string_view reading, const release::Origin&) {
    found = look(reading);
    return found;
  });
  return found;
}

/// All that `needles` find. Several blanks are one: they part the columns of an output, and in a
/// record are a slip.
std::vector<release::Hit> all_in(const release::Needles& needles, std::string_view text);

}  // namespace rapport::rules
