#include "cli/generate/manual.hpp"
#include "template_sample.hpp"

#include <doctest/doctest.h>

namespace cli_templates_page_test {

using namespace rapport;

TEST_CASE("rapport-templates(7): its example works") {
  const view::Page page = cli::templates_page();
  std::string example;
  for (const auto& block : page.blocks)
    if (const auto* code = std::get_if<view::Code>(&block.content)) example = code->text;
  const auto value = templates::sample::object({{"reference", templates::Value()},
                                                {"date", templates::Date{2026, 5, 4}},
                                                {"victims", templates::List{"a", "b"}}});
  const auto made = templates::make_page({.path = "example", .text = example}, value, "en", {});
  REQUIRE(static_cast<bool>(made));
  REQUIRE(made->blocks.size() == 3);
  const auto* last = std::get_if<view::Paragraph>(&made->blocks[2].content);
  REQUIRE(last);
  CHECK(view::to_text(last->runs) == "The letter names two people.");
}

TEST_CASE("rapport-records(5): a form that begins with a digit stays as it is") {
  bool exists = false;
  for (const auto& block : cli::records_page().blocks)
    if (const auto* terms = std::get_if<view::Grid>(&block.content))
      for (const auto& row : terms->rows) {
        const std::string text = view::to_text(row.back());
        CHECK(text.find('\x13') == text.npos);
        exists = exists || text.find("30d, 2w, 6m or 1y") != text.npos;
      }
  CHECK(exists);
}

}  // namespace cli_templates_page_test
