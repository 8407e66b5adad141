#include "format/engine/text_grid.hpp"

#include "base/unicode.hpp"
#include "format/engine/terminal.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace rapport::format {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_width = 8;

using Widths = std::vector<std::size_t>;

Widths natural(const std::vector<std::vector<std::string>>& rows) {
  Widths widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i)
      for (const auto& line : wrap(row[i], 0)) widths[i] = std::max(widths[i], base::width(line));
  }
  return widths;
}

/// What a column needs so that no word of it is broken.
Widths longest_words(const std::vector<std::vector<std::string>>& rows, std::size_t columns) {
  Widths widths(columns, least_width);
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      for (const auto& word : wrap(row[i], 1)) widths[i] = std::max(widths[i], base::width(word));
  return widths;
}

/// Takes from the widest column that is above its floor until a row fits `width`.
void narrow(Widths& widths, const Widths& floors, std::size_t width) {
  if (widths.empty()) return;
  const std::size_t gaps = gap * (widths.size() - 1);
  std::size_t sum = std::accumulate(widths.begin(), widths.end(), gaps);
  for (; sum > width; --sum) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (widths[i] > floors[i] && (widest == nullptr || widths[i] > *widest)) widest = &widths[i];
    if (widest == nullptr) return;
    --*widest;
  }
}

/// The beginning of a word that fits, up to one of its own signs where one is far enough on.
std::string_view part_of(std::string_view word, std::size_t width) {
  const std::string_view part = base::fit(word, width);
  const auto sign = part.find_last_of("@/-._");
  return sign == part.npos || sign < part.size() / 2 ? part : part.substr(0, sign + 1);
}

/// The lines of a cell; a word longer than its column continues on the next line.
std::vector<std::string> cell_lines(const std::string& text, std::size_t width) {
  std::vector<std::string> lines;
  for (const auto& line : wrap(text, width)) {
    std::string_view rest = line;
    while (base::width(rest) > width) {
      const std::string_view part = part_of(rest, width);
      if (part.empty()) break;  // not even one character fits
      lines.emplace_back(part);
      rest.remove_prefix(part.size());
    }
    lines.emplace_back(rest);
  }
  return lines;
}

std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

void add_row(std::vector<std::string>& lines, const std::vector<std::string>& row,
             const std::vector<view::Align>& columns, const Widths& widths) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    cells.push_back(cell_lines(row[i], widths[i]));
    height = std::max(height, cells.back().size());
  }
  for (std::size_t k = 0; k < height; ++k) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string text = k < cells[i].size() ? isolated(cells[i][k]) : std::string();
      const bool is_right = i < columns.size() && columns[i] == view::Align::right;
      const std::string fill = padding(text, widths[i]);
      if (i > 0) line.append(gap, ' ');
      line += is_right ? fill + text : text + fill;
    }
    lines.push_back(trimmed(line));
  }
}

}  // namespace

std::vector<std::string> text_grid(const std::vector<std::vector<std::string>>& rows,
                                   const std::vector<view::Align>& columns, bool has_head,
                                   std::size_t width) {
  Widths widths = natural(rows);
  narrow(widths, longest_words(rows, widths.size()), width);
  narrow(widths, Widths(widths.size(), least_width), width);
  std::vector<std::string> lines;
  for (const auto& row : rows) {
    add_row(lines, row, columns, widths);
    if (!has_head || &row != &rows.front()) continue;
    std::string line;
    for (const auto own : widths) line += std::string(own, '-') + std::string(gap, ' ');
    lines.push_back(trimmed(line));
  }
  return lines;
}

}  // namespace rapport::format
