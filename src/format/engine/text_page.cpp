#include "format/engine/text_page.hpp"

#include "base/unicode.hpp"
#include "format/engine/document.hpp"
#include "format/engine/terminal.hpp"
#include "format/engine/text_grid.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace rapport::format {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t usual_width = 76;
constexpr std::size_t least_room_for_text = 20;

std::string text_of(const view::Runs& runs) {
  std::string out;
  for (const auto& run : runs) {
    if (run.line_break) {
      out += '\n';
      continue;
    }
    out += one_line(run.text);
    if (view::is_safe_link(run.link) && run.link != run.text) out += " <" + run.link + ">";
  }
  return out;
}

std::size_t inside(std::size_t width, std::size_t taken) {
  return std::max(width > taken ? width - taken : 0, least_room_for_text);
}

void add_prefixed(Lines& out, const Lines& lines, const std::string& first,
                  const std::string& rest) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string line = (i == 0 ? first : rest) + lines[i];
    line.erase(line.find_last_not_of(' ') + 1);
    out.push_back(std::move(line));
  }
}

Lines blocks(const view::Blocks& list, std::size_t width, bool is_tight = false);

Lines heading(const view::Heading& heading, std::size_t width) {
  Lines lines = wrap(text_of(heading.runs), width);
  std::size_t longest = 1;
  for (const auto& line : lines) longest = std::max(longest, base::width(line));
  if (heading.level <= 2) lines.emplace_back(longest, heading.level == 1 ? '=' : '-');
  return lines;
}

Lines list(const view::List& list, std::size_t width) {
  Lines out;
  const bool is_short = std::ranges::all_of(list.items, [](const view::Blocks& item) {
    return item.size() <= 1 ||
           (item.size() == 2 && std::holds_alternative<view::List>(item[1].content));
  });
  unsigned number = list.start;
  for (const auto& item : list.items) {
    const std::string mark = list.ordered ? std::to_string(number++) + ". " : "- ";
    if (!out.empty() && !is_short) out.emplace_back();
    Lines lines = blocks(item, inside(width, mark.size()), is_short);
    if (lines.empty()) lines.emplace_back();
    add_prefixed(out, lines, mark, std::string(mark.size(), ' '));
  }
  return out;
}

Lines grid(const view::Grid& grid, std::size_t width) {
  std::vector<Lines> rows;
  const auto add = [&](const std::vector<view::Runs>& cells) {
    rows.emplace_back();
    for (const auto& cell : cells) rows.back().push_back(text_of(cell));
    rows.back().resize(std::max(rows.back().size(), grid.columns.size()));
  };
  const bool head = has_head(grid);
  if (head) add(grid.head);
  for (const auto& row : grid.rows) add(row);
  return text_grid(rows, grid.columns, head, width);
}

Lines indented(const Lines& lines, const std::string& lead) {
  Lines out;
  add_prefixed(out, lines, lead, lead);
  return out;
}

Lines centred(const Lines& lines, std::size_t width) {
  Lines out;
  for (const auto& line : lines) {
    const std::size_t own = base::width(line);
    out.push_back(line.empty() || own >= width ? line : std::string((width - own) / 2, ' ') + line);
  }
  return out;
}

Lines code(const view::Code& code) {
  std::string text = code.text;
  if (text.ends_with('\n')) text.pop_back();
  return indented(wrap(text, 0), "    ");
}

Lines one(const view::Block& block, std::size_t width) {
  return std::visit(
      Cases{
          [&](const view::Paragraph& part) { return wrap(text_of(part.runs), width); },
          [&](const view::Heading& part) { return heading(part, width); },
          [&](const view::List& part) { return list(part, width); },
          [&](const view::Grid& part) { return grid(part, width); },
          [&](const view::Quote& part) {
            return indented(blocks(part.blocks, inside(width, 4)), "    ");
          },
          [](const view::Code& part) { return code(part); },
          [&](const view::Rule&) { return Lines{std::string(width, '-')}; },
          [&](const view::PageBreak&) { return Lines{std::string(width, '-')}; },
          [&](const view::Letterhead& part) { return centred(blocks(part.blocks, width), width); },
          [&](const view::Signature& part) {
            const std::string lead(width * 2 / 5, ' ');
            return indented(blocks(part.blocks, inside(width, lead.size())), lead);
          },
          [&](const view::Address& part) { return blocks(part.blocks, width); },
          [&](const view::KeepTogether& part) { return blocks(part.blocks, width); },
      },
      block.content);
}

Lines blocks(const view::Blocks& list, std::size_t width, bool is_tight) {
  Lines out;
  for (const auto& block : list) {
    if (!out.empty() && !is_tight) out.emplace_back();
    for (auto& line : one(block, width)) out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

base::Result<std::string> text_page(const view::Page& page, const Options& options) {
  const std::size_t width = options.width == 0 ? usual_width : std::min(options.width, usual_width);
  view::Blocks all;
  if (const std::string mark = marking(page.meta); !mark.empty())
    all.push_back({view::Paragraph{{{.text = mark}}}});
  if (!page.meta.title.empty() && !has_title(page.blocks) && !is_letter(page.blocks))
    all.push_back({view::Heading{1, {{.text = page.meta.title}}}});
  Lines lines = blocks(all, width);
  const Lines rest = blocks(page.blocks, width);
  if (!lines.empty() && !rest.empty()) lines.emplace_back();
  lines.insert(lines.end(), rest.begin(), rest.end());
  std::string out;
  for (const auto& line : lines) out += line + "\n";
  return out;
}

}  // namespace rapport::format
