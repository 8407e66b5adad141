#include "template/markdown.hpp"
#include "template_sample.hpp"

#include <doctest/doctest.h>

#include <random>

namespace template_markdown_test {

using namespace rapport;
using namespace rapport::templates;
using view::Blocks;

namespace {

/// The document as a line of nested words, for comparing.
std::string outline(const Blocks& blocks);

std::string outline(const view::Runs& runs) {
  std::string out;
  for (const auto& run : runs) {
    std::string text = run.line_break ? "/" : run.text;
    if (run.strong) text = "*" + text + "*";
    if (run.emphasis) text = "_" + text + "_";
    if (run.code) text = "`" + text + "`";
    if (!run.link.empty()) text = "[" + text + "](" + run.link + ")";
    out += text;
  }
  return out;
}

struct Outline {
  std::string operator()(const view::Paragraph& part) const { return "p " + outline(part.runs); }
  std::string operator()(const view::Heading& part) const {
    return "h" + std::to_string(part.level) + " " + outline(part.runs);
  }
  std::string operator()(const view::List& part) const {
    std::string out = part.ordered ? "ol" + std::to_string(part.start) : "ul";
    for (const auto& item : part.items) out += outline(item);
    return out;
  }
  std::string operator()(const view::Grid& part) const {
    std::string out = "table";
    for (const auto align : part.columns) out += align == view::Align::right ? " r" : " l";
    for (const auto& cell : part.head) out += "|" + outline(cell);
    for (const auto& row : part.rows) {
      out += " /";
      for (const auto& cell : row) out += "|" + outline(cell);
    }
    return out;
  }
  std::string operator()(const view::Quote& part) const { return "quote" + outline(part.blocks); }
  std::string operator()(const view::Code& part) const { return "code " + part.text; }
  std::string operator()(const view::Rule&) const { return "rule"; }
  std::string operator()(const view::PageBreak&) const { return "page"; }
  std::string operator()(const view::Letterhead& part) const {
    return "letterhead" + outline(part.blocks);
  }
  std::string operator()(const view::Address& part) const {
    return "address" + outline(part.blocks);
  }
  std::string operator()(const view::Signature& part) const {
    return "signature" + outline(part.blocks);
  }
  std::string operator()(const view::KeepTogether& part) const {
    return "keep" + outline(part.blocks);
  }
};

std::string outline(const Blocks& blocks) {
  std::string out;
  for (const auto& block : blocks) out += "{" + std::visit(Outline(), block.content) + "}";
  return out;
}

std::string read(const std::string& text) {
  const Markdown result = read_markdown(text);
  std::string out = outline(result.blocks);
  for (const auto& problem : result.problems)
    out += "\n" + std::to_string(problem.offset) + ": " + problem.message;
  return out;
}

}  // namespace

TEST_CASE("markdown: blocks") {
  CHECK(read("# One\n\ntext\nmore\\\nline\n\n***\n") == "{h1 One}{p text more/line}{rule}");
  CHECK(read("- a\n- b\n  - c\n\n3. x\n4. y\n") == "{ul{p a}{p b}{ul{p c}}}{ol3{p x}{p y}}");
  CHECK(read("- a\n\n  b\n\n- c\n") == "{ul{p a}{p b}{p c}}");
  CHECK(read("> a\n> - b\n") == "{quote{p a}{ul{p b}}}");
  CHECK(read("```\na\n b\n```\n") == "{code a\n b\n}");
  CHECK(read("a | b\n---|---:\n1 | 2\n3 |\n") == "{table l r|a|b /|1|2 /|3|}");
  CHECK(read("        deep text is no code\n") == "{p deep text is no code}");
}

TEST_CASE("markdown: looks and links") {
  CHECK(read("a **b *c* d** `e`\n") == "{p a *b *_*c*_* d* `e`}");
  CHECK(read("[a **b**](https://x.example) c\n") ==
        "{p [a ](https://x.example)[*b*](https://x.example) c}");
  CHECK(read("<mailto:a@b.example>\n") == "{p [mailto:a@b.example](mailto:a@b.example)}");
  CHECK(read("[a](javascript:alert) [b](http://x.example) [http://y](http://y)\n") ==
        "{p a (javascript:alert) b (http://x.example) http://y}");
  CHECK(read("[a](&#106;avascript:x)\n") == "{p a (javascript:x)}");
  CHECK(read("a&nbsp;b &#8211; c &amp;amp;\n") == "{p a\u00A0b – c &amp;}");
}

TEST_CASE("markdown: layout comments") {
  CHECK(read("<!-- letterhead -->\nPALAIS\n\n<!-- address -->\nRef\\\nDate\n\nText\n\n"
             "<!-- signature -->\nAnn\n\n<!-- signature -->\nBen\n\n<!-- page -->\n<!-- keep "
             "-->\n# Annex\n") ==
        "{letterhead{p PALAIS}}{address{p Ref/Date}}{p Text}{signature{p Ann}}{signature{p Ben}}"
        "{page}{keep{h1 Annex}}");
  CHECK(read("<!-- keep -->\n## A\n\n| a |\n|---|\n| 1 |\n\nend\n") ==
        "{keep{h2 A}{table l|a /|1}}{p end}");
  CHECK(read("<!-- keep -->\nA\n<!-- keep -->\nB\n\nC\n\nD\n") == "{keep{p A}{p B}{p C}}{p D}");
  CHECK(read("text\n<!-- address -->\nRef\n") == "{p text}{address{p Ref}}");
}

TEST_CASE("markdown: what is refused, with its place") {
  CHECK(read("a <b>c</b>\n") ==
        "{p a c}\n2: HTML is not allowed in a template\n6: HTML is not allowed in a template");
  CHECK(read("x\n\n<div>\na\n</div>\n") == "{p x}\n3: HTML is not allowed in a template");
  CHECK(read("<!-- lettehead -->\nx\n") == "{p x}\n0: HTML is not allowed in a template");
  CHECK(read("a <!-- page --> b\n") == "{p a  b}\n2: HTML is not allowed in a template");
  CHECK(read("x\n\n<!-- address -->\n") == "{p x}\n3: no block follows this comment");
  CHECK(read("<!-- address -->\n<!-- keep -->\nx\n") ==
        "{address{p x}}\n17: two layout comments for one block");
  CHECK(read("- a\n  <!-- keep -->\n")
            .ends_with("a layout comment must be at the left edge, not inside a list or quote"));
  CHECK(read("ab ![c](https://x.example/d.png)\n").ends_with("0: a document cannot have images"));
  CHECK(read("a &foo; b\n") == "{p a &foo; b}\n2: '&foo;' is not known");
}

TEST_CASE("document: a mistake in Markdown is told where the template has it") {
  const Source source{.path = "letter.md", .text = "{{x}}\n\n{{#x}}\n{{> p}}\n{{/x}}\n"};
  const Source partial{.path = "p.md", .text = "one {{x}}\ntwo <b>\n"};
  const auto result = make_page(source, sample::object({{"x", "<!-- page -->"}}), "en",
                                [&](std::string_view) { return &partial; });
  REQUIRE(!result);
  CHECK(result.failure().what == "p.md:2:5: HTML is not allowed in a template");
}

TEST_CASE("document: any value comes out as the text it is, wherever it stands") {
  const auto pieces = std::to_array<std::string>({"*",        "_",         "`",
                                                  "```",      "~~~",       "#",
                                                  "# ",       "- ",        "+ ",
                                                  "1. ",      "1) ",       "> ",
                                                  "|",        "||",        "\\",
                                                  "\\\\",     "[a](b)",    "![x](http://e/x.png)",
                                                  "<script>", "</p>",      "<!-- page -->",
                                                  "<a@b.c>",  "&amp;",     "&#42;",
                                                  "\n",       "\n\n",      "\r\n",
                                                  "    ",     "\t",        "---",
                                                  "===",      "***",       "{{x}}",
                                                  "{{{x}}}",  "https://e", "www.e.org",
                                                  "[1]: x",   "a",         "é",
                                                  "أحمد",     "日本",      "\u2028",
                                                  "\u00A0",   "\x01",      "'",
                                                  "\"",       "$",         "~",
                                                  "^",        ":",         "!",
                                                  "(",        ")",         "\u202E",
                                                  "word",     " ",         "0"});
  const Source source{.path = "t",
                      .text =
                          "# {{x}}\n\n{{x}}\n\n- {{x}}\n- a {{x}} b\n\n1. {{x}}\n\n> {{x}}\n\n"
                          "| {{x}} | b |\n|---|---|\n| c | {{x}} |\n\n_**{{x}}**_\n\n"
                          "[{{x}}](https://e.example/{{x | url}}) {{x}}\n"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text = "v";
    const auto count = random() % 8;
    for (unsigned i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
    if (round % 2 == 0) text.erase(0, 1);
    const std::string shown = plain_text(text);
    if (shown.empty()) continue;
    const auto result = make_page(source, sample::object({{"x", text}}), "en", {});
    REQUIRE_MESSAGE(result, text, " ", result ? "" : result.failure().what);
    const std::string got = outline(result->blocks);
    const std::string expected = "{h1 " + shown + "}{p " + shown + "}{ul{p " + shown + "}{p a " +
                                 shown + " b}}{ol1{p " + shown + "}}{quote{p " + shown +
                                 "}}{table l l|" + shown + "|b /|c|" + shown + "}";
    CHECK_MESSAGE(got.starts_with(expected), got, "\n", expected);
    CHECK_MESSAGE(got.find("[" + shown + "](https://e.example/") != std::string::npos, got);
  }
}

}  // namespace template_markdown_test
