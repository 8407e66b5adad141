#include "format/engine/text_grid.hpp"

#include "base/unicode.hpp"
#include "format/engine/terminal.hpp"

#include <algorithm>
#include <numeric>

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

void narrow(Widths& widths, std::size_t width) {
  if (widths.empty()) return;
  const std::size_t gaps = gap * (widths.size() - 1);
  std::size_t sum = std::accumulate(widths.begin(), widths.end(), gaps);
  for (; sum > width; --sum) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= least_width) return;
    --*widest;
  }
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
    cells.push_back(wrap(row[i], widths[i]));
    height = std::max(height, cells.back().size());
  }
  for (std::size_t k = 0; k < height; ++k) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string text = k < cells[i].size() ? cells[i][k] : std::string();
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
  narrow(widths, width);
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
