// One file that was read: its text and its path, kept for as long as anything read from it.
#pragma once

#include <cstdint>
#include <string_view>

namespace rapport::value {

struct Source {
  std::string_view text;
  std::string_view path;  // relative to the repository, with '/'
  std::string_view stem;  // the file's name without ".yaml": the record's id
  bool may_have_unusual = true;  // false: yaml::is_unusual holds for no character of the text
};

/// A span of a file. A null source means no place is known.
struct Place {
  const Source* source = nullptr;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

struct LineColumn {
  std::uint32_t line = 1;    // from 1
  std::uint32_t column = 1;  // code points, from 1
};

/// Counted only when a finding is printed.
LineColumn line_column(std::string_view text, std::uint32_t offset);

/// How many bytes the value at `offset` takes: a quoted, plain or flow value on its line.
std::uint32_t value_length(std::string_view text, std::uint32_t offset);

}  // namespace rapport::value
