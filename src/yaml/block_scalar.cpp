// Text over several lines, `|` and `>`. Only its span is kept; text.cpp decodes it.
#include "yaml/reader.hpp"

#include <algorithm>

namespace rapport::yaml {

bool Reader::block_scalar(int column) {
  const char* const header = at_;
  int digit = 0;
  char chomp = 0;
  if (!block_header(digit, chomp)) return false;
  int indent = digit == 0 ? 0 : column + digit;
  const char* const first = block_indent(column, indent);
  if (first == nullptr)
    return fault_.problem == Problem::none ? fail(Problem::block_scalar, header, 1) : false;
  if (!block_lines(first, indent, chomp)) return false;
  add_scalar(*header == '|' ? Style::literal : Style::folded, header, value_end_);
  return seek();
}

/// Over the header and its line end.
bool Reader::block_header(int& digit, char& chomp) {
  const char* const header = at_++;
  for (; !is_space_or_end(*at_); ++at_) {
    if (*at_ >= '1' && *at_ <= '9' && digit == 0)
      digit = *at_ - '0';
    else if ((*at_ == '-' || *at_ == '+') && chomp == 0)
      chomp = *at_;
    else
      return fail(*at_ == '\t' ? Problem::tab : Problem::block_scalar, at_, 1);
  }
  // yaml-cpp loses a line of `>+`, so such a text would not mean the same to everybody.
  if (*header == '>' && chomp == '+')
    return fail(Problem::block_scalar, header, static_cast<std::size_t>(at_ - header));
  skip_spaces();
  if (*at_ == '#' && !comment()) return false;
  if (!is_line_end(*at_)) return refuse_rest(Problem::block_scalar);
  at_ += *at_ == '\r' ? 2 : 1;
  return true;
}

/// Finds the first line with text, and, when the header does not say it, the indentation. Null: no
/// text, or a fault.
const char* Reader::block_indent(int column, int& indent) {
  const char* widest = at_;
  std::ptrdiff_t width = 0;
  for (const char* line = at_; line < end_;) {
    const char* p = line;
    while (*p == ' ') ++p;
    const std::ptrdiff_t spaces = p - line;
    if (!is_line_end(*p)) {
      const bool is_given = indent != 0;
      if (*p == '\t' && (!is_given || spaces < indent)) return fail(Problem::tab, p, 1), nullptr;
      if (spaces < (is_given ? indent : column + 1)) return nullptr;
      if (!is_given) indent = static_cast<int>(spaces);
      if (width <= indent) return line;
      return fail(Problem::block_scalar, widest, static_cast<std::size_t>(width)), nullptr;
    }
    if (spaces > width) {
      width = spaces;
      widest = line;
    }
    line = p + (*p == '\r' ? 2 : 1);
  }
  return nullptr;
}

/// Over the text from its first line, up to a line that is indented less.
bool Reader::block_lines(const char* at, int indent, char chomp) {
  while (at < end_) {
    const char* p = at;
    while (p - at < indent && *p == ' ') ++p;
    const char* text = p;
    while (*text == ' ') ++text;
    // Spaces up to the very end of the file: yaml-cpp makes text of them.
    if (text == end_ && text > at)
      return fail(Problem::block_scalar, at, static_cast<std::size_t>(text - at));
    if (is_line_end(*p)) {
      at = p + (*p == '\r' ? 2 : 1);
      continue;
    }
    if (p - at < indent) {
      if (*p == '\t') return fail(Problem::tab, p, 1);
      break;
    }
    at = static_cast<const char*>(
             __builtin_memchr(p, '\n', static_cast<std::size_t>(end_ - p) + 1)) +
         1;
    value_end_ = std::min(at, end_);
  }
  at_ = at;
  if (chomp == '+') value_end_ = std::min(at, end_);
  return true;
}

}  // namespace rapport::yaml
