#include "format/engine/markdown_blocks.hpp"

#include "base/text.hpp"
#include "format/engine/document.hpp"
#include "format/engine/markdown_runs.hpp"

#include <algorithm>
#include <string_view>

namespace rapport::format {
namespace {

/// `text` with `first` before its first line and `rest` before the others; empty lines stay bare.
std::string prefixed(const std::string& text, std::string_view first, std::string_view rest) {
  std::string out;
  bool is_first = true;
  for (const auto line : base::lines(text)) {
    const std::string_view lead = is_first ? first : rest;
    out += line.empty() ? base::trim(lead) : lead;
    out.append(line).append("\n");
    is_first = false;
  }
  return out;
}

bool is_short(const view::Blocks& item) {
  const auto is_text = [](const view::Block& block) {
    return std::holds_alternative<view::Paragraph>(block.content);
  };
  if (item.empty()) return true;
  const bool ends_in_list = std::holds_alternative<view::List>(item.back().content);
  return is_text(item.front()) && (item.size() == 1 || (item.size() == 2 && ends_in_list));
}

class MarkdownBlocks {
 public:
  std::string write(const view::Blocks& blocks) {
    std::string out;
    const view::List* before = nullptr;
    for (const auto& block : blocks) {
      if (!out.empty()) out += "\n";
      const auto* list = std::get_if<view::List>(&block.content);
      // Another mark begins another list.
      marks_differ_ = list && before && before->ordered == list->ordered && !marks_differ_;
      before = list;
      out += one(block);
    }
    return out;
  }

 private:
  std::string one(const view::Block& block) {
    return std::visit(
        Cases{
            [](const view::Paragraph& part) { return markdown_runs(part.runs) + "\n"; },
            [](const view::Heading& part) {
              return std::string(static_cast<std::size_t>(std::clamp(part.level, 1, 6)), '#') +
                     " " + markdown_cell(part.runs, " ") + "\n";
            },
            [this](const view::List& part) { return list(part); },
            [](const view::Grid& part) { return markdown_grid(part); },
            [](const view::Quote& part) {
              return prefixed(markdown_blocks(part.blocks), "> ", "> ");
            },
            [](const view::Code& part) { return code(part); },
            [](const view::Rule&) { return std::string("---\n"); },
            [](const view::PageBreak&) { return std::string("---\n"); },
            [this](const auto& part) { return write(part.blocks); },
        },
        block.content);
  }

  std::string list(const view::List& list) {
    const bool differs = marks_differ_;
    const bool is_tight = std::ranges::all_of(list.items, is_short);
    unsigned number = list.start;
    std::string out;
    for (const auto& item : list.items) {
      std::string mark = differs ? "* " : "- ";
      if (list.ordered) mark = std::to_string(number++) + (differs ? ") " : ". ");
      std::string inside = markdown_blocks(item);
      if (is_tight) inside = base::replace_all(inside, "\n\n", "\n");
      if (!out.empty() && !is_tight) out += "\n";
      out += inside.empty() ? std::string(base::trim(mark)) + "\n"
                            : prefixed(inside, mark, std::string(mark.size(), ' '));
    }
    marks_differ_ = differs;
    return out;
  }

  static std::string code(const view::Code& code) {
    std::string fence = "```";
    while (code.text.find(fence) != std::string::npos) fence += '`';
    const bool ends = code.text.empty() || code.text.ends_with('\n');
    return fence + "\n" + code.text + (ends ? "" : "\n") + fence + "\n";
  }

  bool marks_differ_ = false;
};

std::string grid_row(const std::vector<view::Runs>& cells, std::size_t columns) {
  std::string out = "|";
  for (std::size_t i = 0; i < columns; ++i)
    out += " " + (i < cells.size() ? markdown_cell(cells[i], " / ") : "") + " |";
  return out + "\n";
}

}  // namespace

std::string markdown_grid(const view::Grid& grid) {
  const std::size_t columns = std::max(grid.head.size(), grid.columns.size());
  std::string out = grid_row(grid.head, columns) + "|";
  for (std::size_t i = 0; i < columns; ++i) {
    const bool is_right = i < grid.columns.size() && grid.columns[i] == view::Align::right;
    out += is_right ? "---:|" : "---|";
  }
  out += "\n";
  for (const auto& row : grid.rows) out += grid_row(row, columns);
  return out;
}

std::string markdown_blocks(const view::Blocks& blocks) { return MarkdownBlocks().write(blocks); }

}  // namespace rapport::format
