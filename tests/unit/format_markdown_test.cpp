#include "format/engine/markdown_runs.hpp"
#include "format_document_sample.hpp"
#include "template/markdown.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace format_markdown_test {

using namespace rapport;
using format::FormatSpec;
using format::sample::by_circle;
using format::sample::letter;
using format::sample::write;

TEST_CASE("markdown: a letter") {
  CHECK(write("markdown", &FormatSpec::page, letter()) ==
        "**CONFIDENTIAL · draft · 10 April 2026**\n"
        "\n"
        "PALAIS DES NATIONS • 1211 GENEVA 10, SWITZERLAND\n"
        "\n"
        "Mandate of the Special Rapporteur on human rights defenders\n"
        "\n"
        "Ref.: AL XXA 1/2026\\\n"
        "10 April 2026\n"
        "\n"
        "Excellency,\n"
        "\n"
        "We refer to resolution [52/4](https://docs.un.org/A/HRC/RES/52/4) and to the **serious** "
        "matter of \\<v1\\> \\& others.\n"
        "\n"
        "1. Please give information.\n"
        "2. Please give reasons.\n"
        "\n"
        "Ann Example\\\n"
        "*Special Rapporteur*\n"
        "\n"
        "---\n"
        "\n"
        "## Annex\n"
        "\n"
        "| Treaty | Since |\n"
        "|---|---:|\n"
        "| ICCPR \\| first | 1997 |\n"
        "\n"
        "> Everyone has the right\n"
        "\n"
        "```\n"
        "rapport validate\n"
        "```\n"
        "\n"
        "---\n"
        "\n"
        "End\n"
        "\n"
        "of the letter.\n");
}

TEST_CASE("markdown: a document without heading shows its title") {
  view::Page page;
  page.meta.title = "Briefing *pack*";
  page.blocks = {format::sample::text("- no list"), format::sample::text("12. no list")};
  CHECK(write("markdown", &FormatSpec::page, page) ==
        "# Briefing \\*pack\\*\n\n\\- no list\n\n12\\. no list\n");
}

TEST_CASE("markdown: tables and cards") {
  CHECK(write("markdown", &FormatSpec::table, by_circle()) ==
        "## Civil society (1)\n"
        "\n"
        "| id | name | met | themes |\n"
        "|---|---|---:|---|\n"
        "| aa | Łódź Committee | 12 | land, water |\n"
        "\n"
        "## States (1)\n"
        "\n"
        "| id | name | met | themes |\n"
        "|---|---|---:|---|\n"
        "| bb ? | =1+1 |  |  |\n");
  const view::Cards cards = {
      .cards = {{.id = "x",
                 .title = "X",
                 .sections = {{.key = "s",
                               .heading = "Part",
                               .lines = {{"a", "a", {{.text = "1"}}},
                                         {"b", "b", {{.text = "2"}, {.text = "3"}}},
                                         {"c", "c", {}}}}}}}};
  CHECK(write("markdown", &FormatSpec::cards, cards) ==
        "# X\n\n## Part\n\n- **a:** 1\n- **b:**\n  - 2\n  - 3\n- **c:** -\n");
}

TEST_CASE("markdown: lists in lists, two lists, long items") {
  using view::List;
  const auto text = format::sample::text;
  view::Page page;
  page.blocks = {
      {List{.items = {{text("a"),
                       {List{.ordered = true, .start = 9, .items = {{text("b")}, {text("c")}}}}}}}},
      {List{.items = {{text("d")}}}},
      {List{.items = {{text("e"), text("f")}, {text("g")}}}}};
  CHECK(write("markdown", &FormatSpec::page, page) ==
        "- a\n  9. b\n  10. c\n\n* d\n\n- e\n\n  f\n\n- g\n");
}

TEST_CASE("markdown: a heading keeps its number signs") {
  view::Page page;
  page.blocks = {{view::Heading{1, {{.text = "# 1. C # F#"}}}}};
  CHECK(write("markdown", &FormatSpec::page, page) == "# \\# 1. C \\# F#\n");
}

TEST_CASE("markdown: addresses do not become links by themselves") {
  CHECK(format::markdown_text("see http://x.example or www.x.example", false) ==
        "see http\\://x.example or www\\.x.example");
}

namespace {

bool same(const view::Runs& left, const view::Runs& right) {
  return std::ranges::equal(left, right, [](const view::Run& a, const view::Run& b) {
    return a.text == b.text && a.strong == b.strong && a.emphasis == b.emphasis &&
           a.code == b.code && a.line_break == b.line_break && a.link == b.link;
  });
}

/// Two looks touch inside a word, which Markdown cannot say.
bool has_touching_looks(const view::Runs& runs) {
  const auto is_marked = [](const view::Run& run) { return run.strong || run.emphasis; };
  return std::ranges::adjacent_find(runs, [&](const view::Run& a, const view::Run& b) {
           return (is_marked(a) && is_marked(b)) || (a.code && b.code);
         }) != runs.end();
}

/// Neighbours with one look as one run, as the reader gives them.
view::Runs merged(const view::Runs& runs) {
  view::Runs out;
  for (const auto& run : runs) {
    const bool joins = !out.empty() && !out.back().line_break && !run.line_break &&
                       out.back().strong == run.strong && out.back().emphasis == run.emphasis &&
                       out.back().code == run.code && out.back().link == run.link;
    if (joins)
      out.back().text += run.text;
    else
      out.push_back(run);
  }
  return out;
}

}  // namespace

TEST_CASE("markdown: what is written is read again as the same text with the same looks") {
  const auto pieces = std::to_array<std::string>(
      {"word",  "a", "é",  "(",  ")",        "*",  "_", "`",   "[x](y)", "<b>",
       "&amp;", "#", "-",  "1.", "|",        "\\", "!", "日",  "«",      "~~",
       "$x$",   ":", "\"", "'s", "http://e", "+",  "=", "A B", "C. D"});
  std::mt19937 random(11);
  for (int round = 0; round < 4000; ++round) {
    view::Runs runs;
    const auto count = 1 + random() % 4;
    for (unsigned i = 0; i < count; ++i) {
      view::Run run;
      const auto length = 1 + random() % 3;
      for (unsigned k = 0; k < length; ++k) run.text += pieces[random() % pieces.size()];
      run.strong = random() % 3 == 0;
      run.emphasis = random() % 3 == 0;
      run.code = random() % 8 == 0;
      if (random() % 5 == 0) run.link = "https://e.example/a_(b)";
      runs.push_back(run);
      if (random() % 6 == 0 && i + 1 < count) runs.push_back({.line_break = true});
    }
    const std::string text = format::markdown_runs(merged(runs)) + "\n";
    const auto read = templates::read_markdown(text);
    REQUIRE_MESSAGE(read.problems.empty(), text);
    REQUIRE_MESSAGE(read.blocks.size() == 1, text);
    const auto* paragraph = std::get_if<view::Paragraph>(&read.blocks[0].content);
    REQUIRE_MESSAGE(paragraph, text);
    CHECK_MESSAGE(view::to_text(paragraph->runs) == view::to_text(runs), text);
    const view::Runs expected = merged(runs);
    if (!has_touching_looks(expected)) CHECK_MESSAGE(same(paragraph->runs, expected), text);
  }
}

}  // namespace format_markdown_test
