#include "format/engine/html_blocks.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/engine/document.hpp"
#include "format/engine/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <vector>

namespace rapport::format {
namespace {

std::string html_run(const view::Run& run) {
  if (run.line_break) return "<br>\n";
  std::string out = xml_text(run.text);
  if (run.code) out = "<code>" + out + "</code>";
  if (run.emphasis) out = "<em>" + out + "</em>";
  if (run.strong) out = "<strong>" + out + "</strong>";
  if (!view::is_safe_link(run.link)) return out;
  return fmt::format("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", xml_text(run.link), out);
}

/// Where the widths are given, only what surely fits is kept on one line: dates, hours.
bool is_kept_whole(const view::Grid& grid, std::size_t column, const view::Runs& cell) {
  constexpr std::size_t surely_fits = 11;
  const bool is_whole = column < grid.whole.size() && grid.whole[column];
  return is_whole && (grid.widths.empty() || base::width(view::to_text(cell)) <= surely_fits);
}

/// A text of several lines: on a narrow screen its column is given room, and the table scrolls.
bool is_long(const view::Runs& cell) {
  constexpr std::size_t one_line = 12;
  return base::width(view::to_text(cell)) > one_line;
}

std::string classes(const view::Grid& grid, std::size_t column, const view::Runs& cell,
                    bool is_head) {
  std::vector<std::string_view> names;
  if (column < grid.columns.size() && grid.columns[column] == view::Align::right)
    names.emplace_back("right");
  if (!is_head && is_kept_whole(grid, column, cell))
    names.emplace_back("whole");
  else if (is_long(cell))
    names.emplace_back("long");
  return names.empty() ? std::string() : " class=\"" + base::join(names, " ") + "\"";
}

/// The first cell of a row in a table without a head is what the row is about.
std::string row(const std::vector<view::Runs>& cells, const view::Grid& grid, bool is_head) {
  static const view::Runs nothing;
  const bool leads = !is_head && !has_head(grid);
  std::string out = "<tr>";
  const std::size_t columns = std::max(grid.head.size(), grid.columns.size());
  for (std::size_t i = 0; i < columns; ++i) {
    const bool names_row = leads && i == 0;
    const char* open = is_head ? "th scope=\"col\"" : names_row ? "th scope=\"row\"" : "td";
    const view::Runs& cell = i < cells.size() ? cells[i] : nothing;
    out += fmt::format("<{}{} dir=\"auto\">{}</{}>", open, classes(grid, i, cell, is_head),
                       html_runs(cell), is_head || names_row ? "th" : "td");
  }
  return out + "</tr>\n";
}

/// Widths in percent, so that the tables of one document stand under each other.
std::string widths(const view::Grid& grid) {
  const std::size_t sum = std::accumulate(grid.widths.begin(), grid.widths.end(), std::size_t{0});
  std::string out = "<colgroup>";
  for (const std::size_t width : grid.widths)
    out += fmt::format("<col style=\"width: {}%\">", width * 100 / sum);
  return out + "</colgroup>\n";
}

std::string grid(const view::Grid& grid) {
  const bool is_fixed = !grid.widths.empty();
  std::string out = is_fixed ? "<div class=\"grid\"><table class=\"fixed\">\n" + widths(grid)
                             : "<div class=\"grid\"><table>\n";
  if (has_head(grid)) out += "<thead>\n" + row(grid.head, grid, true) + "</thead>\n";
  out += "<tbody>\n";
  for (const auto& cells : grid.rows) out += row(cells, grid, false);
  return out + "</tbody>\n</table></div>\n";
}

class HtmlBlocks {
 public:
  explicit HtmlBlocks(int deeper) : deeper_(deeper) {}

  std::string write(const view::Blocks& blocks) const {
    std::string out;
    for (const auto& block : blocks) out += one(block);
    return out;
  }

 private:
  std::string one(const view::Block& block) const {
    return std::visit(
        Cases{
            [](const view::Paragraph& part) { return "<p>" + html_runs(part.runs) + "</p>\n"; },
            [this](const view::Heading& part) { return heading(part); },
            [this](const view::List& part) { return list(part); },
            [](const view::Grid& part) { return grid(part); },
            [this](const view::Quote& part) { return wrapped("blockquote", part.blocks); },
            [](const view::Code& part) {
              return "<pre><code>" + xml_text(part.text) + "</code></pre>\n";
            },
            [](const view::Rule&) { return std::string("<hr>\n"); },
            [](const view::PageBreak&) {
              return std::string("<div class=\"page-break\"></div>\n");
            },
            [this](const view::Letterhead& part) { return division("letterhead", part.blocks); },
            [this](const view::Address& part) { return division("address", part.blocks); },
            [this](const view::Signature& part) { return division("signature", part.blocks); },
            [this](const view::KeepTogether& part) { return division("keep", part.blocks); },
        },
        block.content);
  }

  std::string heading(const view::Heading& heading) const {
    const int level = std::clamp(heading.level + deeper_, 1, 6);
    return fmt::format("<h{0}>{1}</h{0}>\n", level, html_runs(heading.runs));
  }

  std::string wrapped(std::string_view tag, const view::Blocks& blocks) const {
    return fmt::format("<{0}>\n{1}</{0}>\n", tag, write(blocks));
  }

  std::string division(std::string_view name, const view::Blocks& blocks) const {
    return fmt::format("<div class=\"{}\">\n{}</div>\n", name, write(blocks));
  }

  /// An item that is one paragraph, perhaps with a list below, needs no paragraph marks.
  std::string item(const view::Blocks& blocks) const {
    const auto* first = blocks.empty() ? nullptr : std::get_if<view::Paragraph>(&blocks[0].content);
    const bool is_short =
        first && (blocks.size() == 1 ||
                  (blocks.size() == 2 && std::holds_alternative<view::List>(blocks[1].content)));
    if (!is_short) return "<li>" + write(blocks) + "</li>\n";
    std::string out = "<li>" + html_runs(first->runs);
    if (blocks.size() == 2) out += "\n" + one(blocks[1]);
    return out + "</li>\n";
  }

  std::string list(const view::List& list) const {
    const char* tag = list.ordered ? "ol" : "ul";
    const std::string start =
        list.ordered && list.start != 1 ? fmt::format(" start=\"{}\"", list.start) : "";
    std::string out = fmt::format("<{}{}>\n", tag, start);
    for (const auto& blocks : list.items) out += item(blocks);
    return out + fmt::format("</{}>\n", tag);
  }

  int deeper_;
};

}  // namespace

std::string html_runs(const view::Runs& runs) {
  std::string out;
  for (const auto& run : runs) out += html_run(run);
  return out;
}

std::string html_blocks(const view::Blocks& blocks, int deeper) {
  return HtmlBlocks(deeper).write(blocks);
}

}  // namespace rapport::format
