#include "cli/generate/page.hpp"

#include "base/text.hpp"
#include "cli/version.hpp"

#include <fmt/format.h>

#include <variant>

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

PageBuilder::PageBuilder(std::string_view title) {
  page_.meta.title = title;
  page_.meta.date = manual_date();
  page_.meta.edition = fmt::format("rapport {}", version());
}

void PageBuilder::heading(int level, std::string_view text) {
  page_.blocks.push_back(
      {view::Heading{.level = level + 1, .runs = {{.text = std::string(text)}}}});
}

void PageBuilder::paragraphs(std::string_view text) {
  for (const auto line : base::split(text, '\n'))
    if (!line.empty()) page_.blocks.push_back({view::Paragraph{.runs = runs(line)}});
}

void PageBuilder::term(std::string_view name, std::string_view text) {
  // A table of two columns is a list of definitions; terms that follow each other share one.
  if (page_.blocks.empty() || !std::holds_alternative<view::Grid>(page_.blocks.back().content))
    page_.blocks.push_back({view::Grid{.columns = {view::Align::left, view::Align::left},
                                       .head = {{{.text = "Name"}}, {{.text = "Meaning"}}}}});
  std::get<view::Grid>(page_.blocks.back().content)
      .rows.push_back({{{.text = std::string(name), .strong = true}}, runs(text)});
}

void PageBuilder::code(std::string_view lines) {
  page_.blocks.push_back({view::Code{.text = std::string(lines)}});
}

void PageBuilder::add(view::Blocks blocks) {
  for (auto& block : blocks) page_.blocks.push_back(std::move(block));
}

}  // namespace rapport::cli
