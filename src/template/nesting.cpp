#include "template/nesting.hpp"

#include "base/text.hpp"
#include "template/source.hpp"

#include <algorithm>

namespace rapport::templates {
namespace {

constexpr std::string_view blanks = " \t\r";
constexpr std::size_t rightmost = 16 * depth_limit;  // columns; a mark of a list takes at most 13

/// "-", "*", "+", "1." or "1)" with a space or the end of the line behind; 0 when there is none.
std::size_t list_mark(std::string_view line) {
  std::size_t size = 1;
  if (std::string_view("-*+").find(line.front()) == std::string_view::npos) {
    const auto digits = std::ranges::find_if_not(line, base::is_digit) - line.begin();
    if (digits == 0) return 0;
    size = static_cast<std::size_t>(digits) + 1;
    if (size > line.size() || (line[size - 1] != '.' && line[size - 1] != ')')) return 0;
  }
  return size == line.size() || blanks.find(line[size]) != std::string_view::npos ? size : 0;
}

/// Where the line is nothing any more but "- - -", which is one rule and no list in a list.
std::size_t start_of_rule(std::string_view line) {
  const auto last = line.find_last_not_of(blanks);
  if (last == std::string_view::npos) return line.size();
  if (std::string_view("-*_").find(line[last]) == std::string_view::npos) return line.size();
  const char of_rule[] = {line[last], ' ', '\t', '\r'};
  const auto before = line.find_last_not_of(std::string_view(of_rule, sizeof of_rule));
  return before == std::string_view::npos ? 0 : before + 1;
}

std::optional<std::size_t> deep_mark(std::string_view line) {
  const std::size_t end = start_of_rule(line);
  std::size_t marks = 0;
  std::size_t column = 0;
  for (std::size_t at = 0; at < end;) {
    const char c = line[at];
    const bool is_blank = blanks.find(c) != std::string_view::npos;
    const std::size_t size = is_blank || c == '>' ? 1 : list_mark(line.substr(at));
    if (size == 0) break;
    if (!is_blank && (++marks > depth_limit || column > rightmost)) return at;
    at += size;
    column += c == '\t' ? 4 : size;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> too_deep_on_a_line(std::string_view text) {
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    if (const auto found = deep_mark(text.substr(start, end - start))) return start + *found;
    start = end + 1;
  }
  return std::nullopt;
}

}  // namespace rapport::templates
