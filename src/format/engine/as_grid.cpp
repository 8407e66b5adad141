#include "format/engine/as_grid.hpp"

#include <fmt/format.h>

#include <utility>

namespace rapport::format {
namespace {

view::Runs plain(std::string text) { return {{.text = std::move(text)}}; }

view::Grid grid(const view::Table& table, const view::Group& group) {
  view::Grid grid;
  for (const auto& column : table.columns) {
    grid.columns.push_back(column.align);
    grid.whole.push_back(column.whole);
    grid.head.push_back(plain(column.heading));
  }
  for (const auto& row : group.rows) {
    std::vector<view::Runs> cells;
    for (const auto& cell : row.cells) cells.push_back(plain(view::to_text(cell)));
    if (row.maybe && !cells.empty()) cells.front().push_back({.text = " ?"});
    cells.resize(grid.columns.size());
    grid.rows.push_back(std::move(cells));
  }
  return grid;
}

view::List values(const std::vector<view::Value>& list) {
  view::List result;
  for (const auto& value : list) {
    view::Blocks item = {{view::Paragraph{plain(value.text)}}};
    if (!value.below.empty()) item.push_back({values(value.below)});
    result.items.push_back(std::move(item));
  }
  return result;
}

view::Blocks line(const view::Line& line) {
  view::Paragraph label{{{.text = line.label + ":", .strong = true}}};
  const bool is_simple = line.values.size() == 1 && line.values[0].below.empty();
  if (is_simple) label.runs.push_back({.text = " " + line.values[0].text});
  if (line.values.empty()) label.runs.push_back({.text = " -"});
  view::Blocks item = {{std::move(label)}};
  if (!is_simple && !line.values.empty()) item.push_back({values(line.values)});
  return item;
}

void add_footer(view::Blocks& blocks, const std::string& footer) {
  if (!footer.empty()) blocks.push_back({view::Paragraph{plain(footer)}});
}

}  // namespace

view::Blocks as_blocks(const view::Table& table) {
  view::Blocks blocks;
  if (!table.marking.empty())
    blocks.push_back({view::Paragraph{{{.text = table.marking, .strong = true}}}});
  if (!table.title.empty()) blocks.push_back({view::Heading{1, plain(table.title)}});
  for (const auto& group : table.groups) {
    if (table.is_grouped())
      blocks.push_back(
          {view::Heading{2, plain(fmt::format("{} ({})", group.heading, group.rows.size()))}});
    if (!group.rows.empty()) blocks.push_back({grid(table, group)});
  }
  add_footer(blocks, table.footer);
  return blocks;
}

view::Blocks as_blocks(const view::Cards& cards) {
  view::Blocks blocks;
  for (const auto& card : cards.cards) {
    blocks.push_back({view::Heading{1, plain(card.title)}});
    for (const auto& section : card.sections) {
      if (!section.heading.empty()) blocks.push_back({view::Heading{2, plain(section.heading)}});
      view::List lines;
      for (const auto& own : section.lines) lines.items.push_back(line(own));
      if (!lines.items.empty()) blocks.push_back({std::move(lines)});
    }
  }
  add_footer(blocks, cards.footer);
  return blocks;
}

}  // namespace rapport::format
