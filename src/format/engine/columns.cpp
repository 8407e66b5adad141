#include "format/engine/columns.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/engine/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rapport::format {
namespace {

constexpr std::size_t column_gap = 2;
constexpr std::size_t least_column = 6;  // below that a cut text says nothing

CellTexts headings(const std::vector<view::Column>& columns) {
  CellTexts texts;
  for (const auto& column : columns)
    texts.push_back(one_line(base::is_ascii(column.heading) ? base::upper_ascii(column.heading)
                                                            : column.heading));
  return texts;
}

struct Prepared {
  const view::Group* group;
  std::vector<CellTexts> rows;
};

std::vector<Prepared> prepare(const view::Table& table, Columns& columns) {
  std::vector<Prepared> groups;
  for (const auto& group : table.groups) {
    groups.push_back({&group, {}});
    for (const auto& row : group.rows) {
      groups.back().rows.push_back(shown(table.columns, row, ""));
      columns.measure(groups.back().rows.back());
    }
  }
  return groups;
}

/// Of several texts each is kept apart from those beside it.
std::string text_of(const view::Column& column, view::Cell cell, const std::string& nothing) {
  auto* several = std::get_if<view::Texts>(&cell);
  if (several == nullptr || several->size() < 2)
    return one_line(view::to_text(column, cell, nothing));
  for (auto& each : *several) each = isolated(one_line(each));
  return view::to_text(column, cell, nothing);
}

std::string bold_line(const Paint& paint, std::string line) {
  line.pop_back();
  return paint.bold(line) + "\n";
}

}  // namespace

Columns::Columns(const std::vector<view::Column>& columns)
    : columns_(columns),
      widths_(columns.size()),
      least_(columns.size(), least_column),
      is_empty_(columns.size(), true),
      is_left_out_(columns.size(), false) {}

void Columns::measure(const CellTexts& texts) {
  measure_heading(texts);
  for (std::size_t i = 0; i < widths_.size() && i < texts.size(); ++i)
    if (!texts[i].empty()) is_empty_[i] = false;
}

void Columns::measure_heading(const CellTexts& texts) {
  for (std::size_t i = 0; i < widths_.size() && i < texts.size(); ++i) {
    widths_[i] = std::max(widths_[i], base::width(texts[i]));
    if (columns_[i].wraps) least_[i] = std::max(least_[i], unbroken_width(texts[i]));
  }
}

std::size_t Columns::total() const {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < widths_.size(); ++i)
    if (!is_left_out_[i]) sum += widths_[i] + column_gap;
  return sum < column_gap ? 0 : sum - column_gap;
}

std::size_t* Columns::widest() {
  std::size_t* found = nullptr;
  for (std::size_t i = 0; i < widths_.size(); ++i)
    if (!is_left_out_[i] && !columns_[i].whole && widths_[i] > least_[i] &&
        (!found || widths_[i] > *found))
      found = &widths_[i];
  return found;
}

bool Columns::narrow(std::size_t width) {
  for (std::size_t sum = total(); sum > width; --sum) {
    auto* column = widest();
    if (!column) return false;
    --*column;
  }
  return true;
}

void Columns::fit(std::size_t width) {
  if (width == 0) return;
  const std::vector<std::size_t> natural = widths_;
  if (narrow(width)) return;
  widths_ = natural;
  is_left_out_ = is_empty_;
  narrow(width);
}

std::vector<std::string> Columns::cell(const std::string& text, std::size_t column) const {
  const std::size_t width = widths_[column];
  if (columns_[column].whole || base::width(text) <= width) return {text};
  return columns_[column].wraps ? wrap(text, width) : std::vector{cut_at_word(text, width)};
}

std::string Columns::line(const CellTexts& texts) const {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < widths_.size() && i < texts.size(); ++i) {
    cells.push_back(cell(texts[i], i));
    height = std::max(height, cells.back().size());
  }
  std::string out;
  for (std::size_t k = 0; k < height; ++k) {
    bool is_first = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (is_left_out_[i]) continue;
      const std::string text = k < cells[i].size() ? isolated(cells[i][k]) : std::string();
      const std::string fill = padding(text, widths_[i]);
      if (!std::exchange(is_first, false)) out.append(column_gap, ' ');
      out += columns_[i].align == view::Align::right ? fill + text : text + fill;
    }
    out.erase(out.find_last_not_of(' ') + 1);
    out += "\n";
  }
  return out;
}

CellTexts shown(const std::vector<view::Column>& columns, const view::Row& row,
                const std::string& empty) {
  CellTexts texts;
  for (std::size_t i = 0; i < row.cells.size() && i < columns.size(); ++i) {
    std::string text = text_of(columns[i], row.cells[i], empty.empty() ? "–" : empty);
    texts.push_back(text.empty() ? empty : std::move(text));
  }
  if (row.maybe && !texts.empty()) texts.front() += " ?";
  return texts;
}

std::string line_of_heading(const view::Group& group) {
  return group.heading.empty() ? std::string("–") : one_line(group.heading);
}

base::Result<std::string> text_table(const view::Table& table, const Options& options) {
  if (std::ranges::any_of(table.columns, &view::Column::for_programs))
    return text_table(view::for_people(table), options);
  const Paint paint(options.colour);
  Columns columns(table.columns);
  const CellTexts head = headings(table.columns);
  columns.measure_heading(head);
  const auto groups = prepare(table, columns);
  columns.fit(options.width);
  std::string out;
  if (!table.marking.empty()) out += paint.bold(one_line(table.marking)) + "\n\n";
  if (!table.title.empty()) out += paint.bold(one_line(table.title)) + "\n\n";
  if (view::count_rows(table) > 0) out += bold_line(paint, columns.line(head));
  for (const auto& group : groups) {
    if (group.rows.empty() && !group.group->nothing.empty())
      out +=
          fmt::format("{}{}\n", out.ends_with("\n\n") ? "" : "\n", one_line(group.group->nothing));
    else if (table.is_grouped())
      out +=
          fmt::format("\n{} ({})\n", paint.bold(line_of_heading(*group.group)), group.rows.size());
    for (const auto& row : group.rows) out += columns.line(row);
  }
  return out;
}

}  // namespace rapport::format
