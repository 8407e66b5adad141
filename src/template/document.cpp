#include "template/document.hpp"

#include "template/escape.hpp"
#include "template/markdown.hpp"
#include "template/render.hpp"

#include <fmt/format.h>

#include <utility>

namespace rapport::templates {
namespace {}  // namespace

base::Result<view::Page> make_page(const Source& source, const Value& value,
                                   std::string_view language, const Find& find) {
  Rendered rendered;
  render(source, value, grammar_or_neutral(language), find, markdown_text, rendered);
  if (!rendered.problems.empty()) return failure(std::move(rendered.problems));
  Markdown markdown = read_markdown(rendered.text);
  for (auto& problem : markdown.problems)
    rendered.problems.push_back(
        rendered.problem_at(problem.offset, std::move(problem.message), std::move(problem.hint)));
  if (!rendered.problems.empty()) return failure(std::move(rendered.problems));
  view::Page page;
  page.meta.language = language;
  page.blocks = std::move(markdown.blocks);
  return page;
}

}  // namespace rapport::templates
