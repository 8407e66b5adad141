#include "cli/generate/page.hpp"

#include "base/text.hpp"

namespace rapport::cli {

view::Runs runs(std::string_view text) {
  view::Runs out;
  bool code = false;
  for (const auto part : base::split(text, '`')) {
    if (!part.empty()) out.push_back({.text = std::string(part), .code = code});
    code = !code;
  }
  return out;
}

PageBuilder::PageBuilder(std::string_view title) { page_.meta.title = title; }

void PageBuilder::heading(int level, std::string_view text) {
  page_.blocks.push_back({view::Heading{.level = level, .runs = {{.text = std::string(text)}}}});
}

void PageBuilder::paragraphs(std::string_view text) {
  for (const auto line : base::split(text, '\n'))
    if (!line.empty()) page_.blocks.push_back({view::Paragraph{.runs = runs(line)}});
}

void PageBuilder::term(std::string_view name, std::string_view text) {
  view::Runs head = {{.text = std::string(name), .strong = true}, {.line_break = true}};
  for (auto& run : runs(text)) head.push_back(std::move(run));
  page_.blocks.push_back({view::Paragraph{.runs = std::move(head)}});
}

void PageBuilder::code(std::string_view lines) {
  page_.blocks.push_back({view::Code{.text = std::string(lines)}});
}

}  // namespace rapport::cli
