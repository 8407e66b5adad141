#include "format/engine/as_grid.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rapport::format {
namespace {

view::Runs plain(std::string text) { return {{.text = std::move(text)}}; }

/// "Address or number" of ADDRESS OR NUMBER: capitals are for terminals.
std::string sentence_case(const std::string& heading) {
  constexpr std::size_t longest_acronym = 2;  // "ID"
  if (heading.size() <= longest_acronym) return heading;
  return heading.substr(0, 1) + base::lower(heading.substr(1));
}

/// The columns of a table that a document shows, with the widths that all its groups share.
struct Layout {
  std::vector<std::size_t> columns;
  std::vector<std::size_t> widths;
};

/// The longest text of a column; 0 when there is none.
std::size_t longest(const view::Table& table, std::size_t column) {
  std::size_t length = 0;
  for (const auto& group : table.groups)
    for (const auto& row : group.rows)
      if (column < row.cells.size())
        length =
            std::max(length, base::width(view::to_text(table.columns[column], row.cells[column])));
  return length;
}

/// For its longest word, since letters of headings are wider.
std::size_t heading_room(const std::string& heading) {
  std::size_t longest = 0;
  for (const auto word : base::split(heading, ' ')) longest = std::max(longest, base::width(word));
  return longest * 4 / 3;
}

Layout layout(const view::Table& table) {
  constexpr std::size_t narrowest = 10;
  constexpr std::size_t widest = 20;  // longer texts take several lines
  Layout layout;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::size_t length = longest(table, i);
    if (length == 0 && table.columns[i].optional) continue;
    if (table.columns[i].for_programs) continue;
    layout.columns.push_back(i);
    if (table.is_grouped())
      layout.widths.push_back(
          std::clamp(std::max(length, heading_room(table.columns[i].heading)), narrowest, widest) +
          4);
  }
  return layout;
}

view::Grid grid(const view::Table& table, const Layout& layout, const view::Group& group) {
  view::Grid grid;
  grid.widths = layout.widths;
  for (const std::size_t at : layout.columns) {
    const auto& column = table.columns[at];
    grid.columns.push_back(column.align);
    grid.whole.push_back(column.whole);
    grid.head.push_back(plain(sentence_case(column.heading)));
  }
  for (const auto& row : group.rows) {
    std::vector<view::Runs> cells;
    for (const std::size_t at : layout.columns)
      cells.push_back(plain(at < row.cells.size() ? view::to_text(table.columns[at], row.cells[at])
                                                  : std::string{}));
    if (row.maybe && !cells.empty()) cells.front().push_back({.text = " ?"});
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

std::string heading_of(const view::Group& group) {
  if (!group.title.empty()) return group.title;
  return group.heading.empty() ? std::string("–") : group.heading;
}

}  // namespace

view::Blocks as_blocks(const view::Table& table) {
  const Layout shown = layout(table);
  view::Blocks blocks;
  if (!table.marking.empty())
    blocks.push_back({view::Paragraph{{{.text = table.marking, .strong = true}}}});
  if (!table.title.empty()) blocks.push_back({view::Heading{1, plain(table.title)}});
  for (const auto& group : table.groups) {
    if (group.rows.empty() && !group.nothing.empty()) {
      blocks.push_back({view::Paragraph{plain(group.nothing)}});
      continue;
    }
    if (table.is_grouped())
      blocks.push_back(
          {view::Heading{2, plain(fmt::format("{} ({})", heading_of(group), group.rows.size()))}});
    if (!group.rows.empty()) blocks.push_back({grid(table, shown, group)});
  }
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
  return blocks;
}

}  // namespace rapport::format
