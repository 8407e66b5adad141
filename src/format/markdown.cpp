// Markdown that people read as it is and any reader shows as meant.
#include "format/engine/as_grid.hpp"
#include "format/engine/document.hpp"
#include "format/engine/format.hpp"
#include "format/engine/markdown_blocks.hpp"
#include "format/engine/markdown_runs.hpp"

namespace rapport::format::markdown_format {
namespace {

base::Result<std::string> page(const view::Page& page, const Options&) {
  std::string out;
  if (const std::string mark = marking(page.meta); !mark.empty())
    out += markdown_runs({{.text = mark, .strong = true}}) + "\n\n";
  const bool shows_title =
      !page.meta.title.empty() && !has_title(page.blocks) && !is_letter(page.blocks);
  if (shows_title) out += "# " + markdown_text(page.meta.title, false) + "\n\n";
  return out + markdown_blocks(page.blocks);
}

base::Result<std::string> table(const view::Table& table, const Options&) {
  return markdown_blocks(as_blocks(table));
}

base::Result<std::string> cards(const view::Cards& cards, const Options&) {
  return markdown_blocks(as_blocks(cards));
}

}  // namespace

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = ".md",
    .summary = "Markdown",
    .table = table,
    .page = page,
    .cards = cards,
};

}  // namespace rapport::format::markdown_format
