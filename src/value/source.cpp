#include "value/source.hpp"

#include <algorithm>

namespace rapport::value {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

std::string_view line_from(std::string_view text, std::uint32_t offset) {
  const auto rest = text.substr(std::min<std::size_t>(offset, text.size()));
  const auto line = rest.substr(0, rest.find('\n'));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// Behind the closing quote of the quoted scalar at the start of `line`.
std::size_t quoted(std::string_view line) {
  const char quote = line.front();
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && quote == '"')
      ++i;
    else if (line[i] == quote && quote == '\'' && i + 1 < line.size() && line[i + 1] == quote)
      ++i;
    else if (line[i] == quote)
      return i + 1;
  }
  return line.size();
}

/// Behind the bracket that closes the one at the start of `line`.
std::size_t bracketed(std::string_view line) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' ||
        (c == '\'' && std::string_view{" [{,"}.find(line[i - 1]) != std::string_view::npos)) {
      i += quoted(line.substr(i)) - 1;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      return i + 1;
    }
  }
  return line.size();
}

/// What stands behind indentation, dashes of items and the key of the line.
std::string_view behind_key(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  while (line.starts_with("- "))
    line.remove_prefix(std::min(line.find_first_not_of(' ', 1), line.size()));
  const auto colon = line.find(": ");
  if (colon == std::string_view::npos || line.find_first_of(" ,[]{}'\"") < colon) return line;
  line.remove_prefix(std::min(line.find_first_not_of(' ', colon + 1), line.size()));
  return line;
}

bool opens_flow(std::string_view value) { return value.starts_with('[') || value.starts_with('{'); }

/// The value at `offset` stands in a flow collection. Further lines of one are deeper than the
/// entry it began in, so that only lines above with less indentation can have begun it.
bool is_in_flow(std::string_view text, std::uint32_t offset) {
  auto start = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  std::size_t first = start == std::string_view::npos ? 0 : start + 1;
  if (opens_flow(behind_key(text.substr(first, offset - first)))) return true;
  const auto indent_of = [](std::string_view line) { return line.find_first_not_of(" \r"); };
  std::size_t indent = std::min(indent_of(text.substr(first)), std::size_t{offset - first});
  while (indent > 0 && first > 0) {
    const std::size_t end = first - 1;
    start = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
    first = start == std::string_view::npos ? 0 : start + 1;
    const auto line = text.substr(first, end - first);
    if (indent_of(line) >= indent || line.substr(indent_of(line)).starts_with('#')) continue;
    indent = indent_of(line);
    if (opens_flow(behind_key(line))) return true;
  }
  return false;
}

std::size_t plain(std::string_view line, bool in_flow) {
  std::size_t end = 0;
  for (; end < line.size(); ++end) {
    const char c = line[end];
    const bool last = end + 1 == line.size() || line[end + 1] == ' ';
    if ((in_flow && (c == ',' || c == ']' || c == '}')) || (c == ':' && last)) break;
    if (c == '#' && end > 0 && line[end - 1] == ' ') break;
  }
  while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t')) --end;
  return end;
}

}  // namespace

LineColumn line_column(std::string_view text, std::uint32_t offset) {
  const auto before = text.substr(0, std::min<std::size_t>(offset, text.size()));
  const auto line_end = before.rfind('\n');
  auto line = line_end == std::string_view::npos ? before : before.substr(line_end + 1);
  // A mark at the start of the file stands in no column.
  if (line_end == std::string_view::npos && line.starts_with("\xef\xbb\xbf")) line.remove_prefix(3);
  const auto characters = std::ranges::count_if(line, [](char c) { return !is_continuation(c); });
  return {static_cast<std::uint32_t>(1 + std::ranges::count(before, '\n')),
          static_cast<std::uint32_t>(1 + characters)};
}

std::uint32_t value_length(std::string_view text, std::uint32_t offset) {
  const auto line = line_from(text, offset);
  if (line.empty()) return 0;
  std::size_t length = 1;
  switch (line.front()) {
    case '"':
    case '\'':
      length = quoted(line);
      break;
    case '[':
    case '{':
      length = bracketed(line);
      break;
    case '-':  // an item of a list in block form is pointed at by its dash
      length = line.starts_with("- ") || line == "-" ? 1 : plain(line, is_in_flow(text, offset));
      break;
    default:
      length = plain(line, is_in_flow(text, offset));
      break;
  }
  return static_cast<std::uint32_t>(std::max<std::size_t>(length, 1));
}

}  // namespace rapport::value
