// One page of HTML that needs nothing else: no script, no picture, no address it loads from.
#include "format/engine/as_grid.hpp"
#include "format/engine/document.hpp"
#include "format/engine/format.hpp"
#include "format/engine/html_blocks.hpp"
#include "format/engine/html_style.hpp"
#include "format/engine/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rapport::format::html_format {
namespace {

std::string head(const view::Metadata& meta, bool is_wide) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"robots\" content=\"noindex\">\n"
      "<title>{}</title>\n<style>\n{}</style>\n</head>\n",
      xml_text(meta.language), view::is_right_to_left(meta.language) ? "rtl" : "ltr",
      xml_text(meta.title.empty() ? std::string("rapport") : meta.title),
      html_style(meta, is_wide));
}

std::string marks(const view::Metadata& meta) {
  const std::string others = imprint(meta);
  if (meta.classification.empty() && others.empty()) return {};
  std::string out = "<header class=\"marking\">";
  if (!meta.classification.empty())
    out += "<strong>" + xml_text(meta.classification) + "</strong> ";
  return out + xml_text(others) + "</header>\n";
}

std::size_t count_titles(const view::Blocks& blocks) {
  return static_cast<std::size_t>(
      std::ranges::count_if(blocks, [](const view::Block& block) { return has_title({block}); }));
}

/// One heading of level 1 on each page: the document's own when it has exactly one, else its title,
/// with other headings of level 1 and what is below them a step deeper.
std::string document(const view::Page& page, bool is_wide) {
  const bool letter = is_letter(page.blocks);
  const std::size_t titles = count_titles(page.blocks);
  const bool own_title = titles == 1 && !letter;
  const std::string title = page.meta.title.empty() ? "rapport" : page.meta.title;
  std::string out = head(page.meta, is_wide);
  out += fmt::format("<body class=\"{}\">\n<main{}>\n", letter ? "letter" : "document",
                     is_wide ? " class=\"wide\"" : "");
  out += marks(page.meta);
  if (!own_title) {
    const bool hidden = letter || page.meta.title.empty();
    out += fmt::format("<h1{}>{}</h1>\n", hidden ? " class=\"unseen\"" : "", xml_text(title));
  }
  out += html_blocks(page.blocks, own_title || titles == 0 ? 0 : 1);
  return out + "</main>\n</body>\n</html>\n";
}

base::Result<std::string> page(const view::Page& page, const Options&) {
  return document(page, false);
}

base::Result<std::string> table(const view::Table& table, const Options&) {
  constexpr std::size_t most_upright = 5;  // columns that fit an upright sheet
  view::Table body = table;
  body.title.clear();
  body.marking.clear();
  view::Page result;
  result.meta = {.title = table.title,
                 .language = table.language,
                 .classification = table.marking,
                 .date = {},
                 .edition = {},
                 .audience = {}};
  result.blocks = as_blocks(body);
  return document(result, table.columns.size() > most_upright);
}

base::Result<std::string> cards(const view::Cards& cards, const Options& options) {
  view::Page result;
  if (cards.cards.size() == 1) result.meta.title = cards.cards[0].title;
  result.blocks = as_blocks(cards);
  return page(result, options);
}

}  // namespace

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = ".html",
    .summary = "one self-contained page, for a browser and for print",
    .also = ".htm",
    .table = table,
    .page = page,
    .cards = cards,
};

}  // namespace rapport::format::html_format
