// Manual pages with the macros of man(7). A document is titled "name(section)", dated YYYY-MM-DD,
// and its headings of level 1 and 2 are the sections.
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/engine/document.hpp"
#include "format/engine/format.hpp"
#include "format/engine/roff_text.hpp"
#include "format/engine/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace rapport::format::roff_format {
namespace {

class Writer {
 public:
  std::string write(const view::Page& page) {
    const std::string& title = page.meta.title;
    const std::size_t open = title.rfind('(');
    const bool is_manual = open != std::string::npos && title.ends_with(')');
    const std::string name = base::upper(is_manual ? title.substr(0, open) : title);
    const std::string section =
        is_manual ? title.substr(open + 1, title.size() - open - 2) : std::string("7");
    add(page.blocks);
    const std::string head =
        fmt::format(".TH {} {} {} {}\n", roff_argument(name), roff_argument(section),
                    date(page.meta.date), roff_argument(source(page.meta)));
    return (has_table_ ? "'\\\" t\n" : "") + head + out_;
  }

 private:
  /// What the foot of each page says beside the date: the edition, and for whom it is.
  static std::string source(view::Metadata meta) {
    meta.date.clear();
    return imprint(meta);
  }

  /// Dates are read as such only with plain hyphens.
  static std::string date(const std::string& text) {
    const bool is_iso = text.find_first_not_of("0123456789-") == std::string::npos;
    return is_iso ? '"' + text + '"' : roff_argument(text);
  }

  void add(const view::Blocks& blocks) {
    for (const auto& block : blocks) one(block);
  }

  void one(const view::Block& block) {
    std::visit(Cases{
                   [this](const view::Paragraph& part) { paragraph(part); },
                   [this](const view::Heading& part) { heading(part); },
                   [this](const view::List& part) { list(part); },
                   [this](const view::Grid& part) {
                     part.columns.size() == 2 ? definitions(part) : table(part);
                   },
                   [this](const view::Quote& part) { inset(part.blocks); },
                   [this](const view::Code& part) { code(part); },
                   [](const view::Rule&) {},
                   [](const view::PageBreak&) {},
                   [this](const auto& part) { add(part.blocks); },
               },
               block.content);
  }

  /// Between two paragraphs, but not below a heading, which makes its own space.
  void part() {
    if (!below_heading_) out_ += ".PP\n";
    below_heading_ = false;
  }

  /// A strong name on a line of its own, and what it means below.
  static bool is_term(const view::Runs& runs) {
    return runs.size() > 2 && runs[0].strong && runs[1].line_break;
  }

  void term(const view::Runs& runs) {
    out_ += ".TP\n" + roff_line({runs[0]}) + roff_runs({runs.begin() + 2, runs.end()});
    below_heading_ = false;
  }

  void paragraph(const view::Paragraph& paragraph) {
    if (is_term(paragraph.runs)) return term(paragraph.runs);
    const std::string text = roff_runs(paragraph.runs);
    if (text.empty()) return;
    part();
    out_ += text;
  }

  void heading(const view::Heading& heading) {
    const std::string text = view::to_text(heading.runs);
    if (heading.level <= 2)
      out_ += ".SH " + roff_argument(base::upper(text)) + "\n";
    else
      out_ += ".SS " + roff_argument(text) + "\n";
    below_heading_ = true;
  }

  void list(const view::List& list) {
    unsigned number = list.start;
    for (const auto& item : list.items) {
      const std::string mark = list.ordered ? std::to_string(number++) + "." : "\\(bu";
      const std::size_t indent = list.ordered ? 4 : 2;
      out_ += fmt::format(".IP {} {}\n", mark, indent);
      below_heading_ = true;  // .IP is a paragraph already
      bool is_first = true;
      for (const auto& block : item) {
        if (is_first && std::holds_alternative<view::Paragraph>(block.content))
          one(block);
        else
          inset({block}, indent);
        is_first = false;
      }
      below_heading_ = false;
    }
  }

  void inset(const view::Blocks& blocks, std::size_t indent = 4) {
    const bool was_below = below_heading_;
    out_ += fmt::format(".RS {}\n", indent);
    below_heading_ = false;
    add(blocks);
    out_ += ".RE\n";
    below_heading_ = was_below && blocks.empty();
  }

  void definitions(const view::Grid& grid) {
    for (const auto& row : grid.rows) {
      out_ += ".TP\n" + (row.empty() ? "\\&\n" : roff_line(row[0]));
      out_ += row.size() < 2 || row[1].empty() ? "\\&\n" : roff_runs(row[1]);
    }
    below_heading_ = false;
  }

  void table(const view::Grid& grid) {
    has_table_ = true;
    below_heading_ = false;
    std::string head_format;
    std::string row_format;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
      const char* align = grid.columns[i] == view::Align::right ? "r" : "l";
      const char* space = i + 1 == grid.columns.size() ? "" : " ";
      head_format += fmt::format("{}b{}", align, space);
      row_format += fmt::format("{}{}{}", align, i + 1 == grid.columns.size() ? "x" : "", space);
    }
    const bool head = has_head(grid);
    out_ += ".PP\n.TS\n" + (head ? head_format + "\n" : "") + row_format + ".\n";
    if (head) table_row(grid.head);
    for (const auto& row : grid.rows) table_row(row);
    out_ += ".TE\n";
  }

  /// The last cell may take several lines, the others stand on one.
  void table_row(const std::vector<view::Runs>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      std::string text = roff_line(cells[i]);
      text.pop_back();
      const bool is_last = i + 1 == cells.size();
      if (i == 0) text = "\\&" + text;  // no cell can be read as a line of tbl's own
      out_ += is_last ? "T{\n" + text + "\nT}\n" : text + "\t";
    }
  }

  void code(const view::Code& code) {
    part();
    out_ += ".RS 4\n.EX\n";
    for (const auto line : base::lines(code.text)) {
      const std::string text = roff_text(line);
      out_ += (text.starts_with('.') ? "\\&" : "") + text + "\n";
    }
    out_ += ".EE\n.RE\n";
  }

  std::string out_;
  bool below_heading_ = true;
  bool has_table_ = false;
};

base::Result<std::string> page(const view::Page& page, const Options&) {
  return Writer().write(page);
}

}  // namespace

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = "",
    .summary = "a manual page",
    .is_own = true,
    .page = page,
};

}  // namespace rapport::format::roff_format
