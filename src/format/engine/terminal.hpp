// What reaches a terminal or a plain text: no control sequence but our own, and lines that fit.
#pragma once

#include "view/cards.hpp"
#include "view/findings.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::format {

/// On one line: line ends and tabs as spaces, all other controls escaped.
std::string one_line(std::string_view text);

/// Not longer than `columns`; what was cut shows as "…".
std::string cut(std::string_view text, std::size_t columns);

/// The same, without breaking a word in two where one ends in time.
std::string cut_at_word(std::string_view text, std::size_t columns);

/// Where text runs to the left: between marks that keep a number or a date beside it, in the next
/// column, from being drawn as a part of it.
std::string isolated(std::string text);

/// Spaces that fill `text` up to `columns`.
std::string padding(std::string_view text, std::size_t columns);

/// The width of the longest part that `wrap` does not break.
std::size_t unbroken_width(std::string_view text);

/// Lines of at most `columns`, broken at spaces and between Han, kana and Hangul; a longer word
/// stays whole. With 0 only at the line ends of `text`. At least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

/// Sequences that switch a look on, and nothing when `colour` is false.
class Paint {
 public:
  explicit Paint(bool colour) : colour_(colour) {}

  std::string bold(std::string_view text) const { return painted("1", text); }
  std::string faint(std::string_view text) const { return painted("2", text); }
  std::string tone(view::Tone tone, std::string_view text) const;
  std::string severity(value::Severity severity, std::string_view text) const;

 private:
  std::string painted(std::string_view code, std::string_view text) const;

  bool colour_;
};

}  // namespace rapport::format
