// The text that values are written as in a record.
#pragma once

#include "yaml/value.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport::yaml {

/// One line: plain where the reader takes it for itself and YAML 1.1 for the same text, else in
/// double quotes. Text of several lines becomes `|` and its lines, two spaces right of `column`,
/// where a block scalar can hold it. A text with characters no record can hold comes out as text
/// the reader refuses.
std::string scalar(std::string_view text, std::size_t column = 0);
/// The same, quoted as a scalar of `style`, or a block scalar as it is one, where the text can be.
std::string scalar_in_style(std::string_view text, Style style, std::size_t column = 0);
/// Always in quotes.
std::string double_quoted(std::string_view text);
/// The same inside brackets: always one line.
std::string flow_scalar(std::string_view text);

bool is_plain_in_flow(std::string_view text);

/// What stands behind a key and its colon, or a dash, at `column`.
struct ValueText {
  std::string head;  // on the same line, with its leading space; may be empty
  std::string body;  // lines below, each with its line end; may be empty
};
/// A scalar is quoted, or is a block scalar, as one of `style` is, where it can be; Style::empty:
/// as is usual.
ValueText write(const Value& value, std::size_t column, std::size_t key_width,
                Style style = Style::empty);
std::string write_flow(const Value& value, Style style = Style::empty);
/// Whole lines, each with its line end and indentation.
std::string write_item(const Value& item, std::size_t column);
std::string write_entry(std::string_view key, const Value& value, std::size_t column);

}  // namespace rapport::yaml
