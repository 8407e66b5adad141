// Block scalars: the header, the indentation, and where they end.
#include "yaml/parser.hpp"

namespace rapport::yaml {

void Parser::block_scalar(std::uint32_t node, std::uint32_t i, std::uint32_t column) {
  const char style = text_[i];
  std::uint32_t j = i + 1;
  std::uint32_t digit = 0;
  char chomp = 0;
  for (; j < content_end(i) && text_[j] != ' '; ++j) {
    if (text_[j] >= '1' && text_[j] <= '9' && digit == 0)
      digit = static_cast<std::uint32_t>(text_[j] - '0');
    else if ((text_[j] == '-' || text_[j] == '+') && chomp == 0)
      chomp = text_[j];
    else
      return fail(Problem::block_scalar, j, 1);
  }
  if (style == '>' && chomp == '+') return fail(Problem::block_scalar, i, 2);
  while (get(j) == ' ') ++j;
  if (j < content_end(j) && (text_[j] != '#' || !comment(j)))
    return fail(Problem::block_scalar, j, 1);
  std::uint32_t line = line_end(i) + 1;
  std::uint32_t want = digit != 0 ? column + digit : 0;
  std::uint32_t last = line_end(i);
  std::uint32_t deepest_blank = 0;
  bool any = false;
  while (line < text_.size()) {
    std::uint32_t k = line;
    while (get(k) == ' ') ++k;
    const auto end = content_end(line);
    const auto spaces = std::min(k, end) - line;
    if (k >= end) {
      if (!any) deepest_blank = std::max(deepest_blank, spaces);
      if (chomp == '+' || (want != 0 && spaces > want)) last = end;
      line = line_end(line) + 1;
      continue;
    }
    for (const auto mark : {"<<<<<<< ", "=======", ">>>>>>> "})
      if (spaces == 0 && text_.substr(line).starts_with(mark))
        return fail(Problem::conflict_marker, line, 7);
    if (want == 0) {
      if (spaces <= column) break;
      want = spaces;
      if (deepest_blank > want) return fail(Problem::block_scalar, line, spaces);
    }
    if (spaces < want) {
      if (spaces > column)
        return fail(text_[k] == '\t' ? Problem::tab : Problem::block_scalar, line,
                    std::max(spaces, 1U));
      break;
    }
    any = true;
    last = end;
    line = line_end(line) + 1;
  }
  if (!any) return fail(Problem::block_scalar, i, 1);
  set(node, style == '|' ? Style::literal : Style::folded, i, last - i);
  pos_ = std::min<std::uint32_t>(line, static_cast<std::uint32_t>(text_.size()));
  next_line();
}

}  // namespace rapport::yaml
