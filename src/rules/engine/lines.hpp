// What is around a fault of syntax in the text: lines above and below it, and the field they belong
// to. A text with such a fault has no tree to ask.
#pragma once

#include "value/field.hpp"
#include "value/source.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::rules {

struct Line {
  std::size_t start = 0;       // bytes from the start of the file
  std::size_t column = 0;      // of the first character that is no space
  std::string_view text = {};  // from there on, without a comment or spaces at the end

  bool is_item() const { return text == "-" || text.starts_with("- "); }
  /// Behind the dash of an item.
  std::size_t inner_column() const;
  std::string_view inner() const { return text.substr(inner_column() - column); }
  /// Of `key: value` and `- key: value`; empty for other lines.
  std::string_view key() const;
  /// The text behind the key and its colon.
  std::string_view value() const;
  std::uint32_t offset() const { return static_cast<std::uint32_t>(start + column); }
};

Line line_around(std::string_view text, std::size_t offset);
/// The closest ones that have more than a comment.
std::optional<Line> line_above(std::string_view text, const Line& line);
std::optional<Line> line_below(std::string_view text, const Line& line);

/// The closest item above, of the same field of the record.
std::optional<Line> item_above(std::string_view text, const Line& line);

/// The line `key:` that a line is below of; none at the first column.
std::optional<Line> key_above(std::string_view text, const Line& line);

/// The field of a record in this file, or of a block in it, that has the name; null when none has.
const value::Field* field_called(const value::Source& source, std::string_view name);

/// How much of the text another sign than a hyphen takes, with the spaces behind it, where an item
/// was meant: `– en`, `• en`, `* en`; 0 for any other text.
std::size_t width_of_bullet(std::string_view text);

/// As it can be repeated in a remedy: `- en`, `- key: …`.
std::string item_words(const Line& item);

}  // namespace rapport::rules
