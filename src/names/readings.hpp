// The ways a text may be read: as it is, without what is not seen in it, and with what formats
// and addresses write for a character read as the character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::names {

/// A text made of another one, and where in that one each of its bytes comes from.
struct Reading {
  std::string text;
  std::vector<std::uint32_t> from;

  void add(std::string_view bytes, std::size_t at) {
    text += bytes;
    from.insert(from.end(), bytes.size(), static_cast<std::uint32_t>(at));
  }
  /// `bytes` as they are from `at` on.
  void copy(std::string_view bytes, std::size_t at) {
    text += bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i)
      from.push_back(static_cast<std::uint32_t>(at + i));
  }
};

/// Calls `look(text, origin)` with each reading of `text` until it answers true; `origin` says
/// where in `text` the byte at an offset of the reading, or behind its last one, comes from.
using Origin = std::function<std::size_t(std::size_t)>;
void each_reading(std::string_view text,
                  const std::function<bool(std::string_view, const Origin&)>& look);

/// Quick: whether each_reading may give anything but the text itself.
bool has_other_readings(std::string_view text);

/// Calls `look(reading)` with each reading of `text`, until it answers true: then so does this.
template <class Look>
bool any_reading(std::string_view text, Look&& look) {
  if (!has_other_readings(text)) return look(text);
  bool found = false;
  each_reading(text, [&](std::string_view reading, const Origin&) {
    found = look(reading);
    return found;
  });
  return found;
}

/// `text` with one space in place of several blanks in a row; empty when it has none.
Reading with_single_blanks(std::string_view text);

}  // namespace rapport::names
