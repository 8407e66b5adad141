#include "format/engine/html_blocks.hpp"
#include "format/engine/html_style.hpp"
#include "format_document_sample.hpp"

#include <doctest/doctest.h>

#include <random>

namespace format_html_test {

using namespace rapport;
using format::FormatSpec;
using format::sample::by_circle;
using format::sample::letter;
using format::sample::write;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

/// The text a browser shows: tags taken out, the five references of our writer read.
std::string shown(const std::string& html) {
  std::string out;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html[i] == '<') {
      i = html.find('>', i);
      REQUIRE(i != std::string::npos);
    } else if (html[i] == '&') {
      const std::size_t end = html.find(';', i);
      REQUIRE(end != std::string::npos);
      const std::string name = html.substr(i, end + 1 - i);
      if (name == "&amp;")
        out += '&';
      else if (name == "&lt;")
        out += '<';
      else if (name == "&gt;")
        out += '>';
      else if (name == "&quot;")
        out += '"';
      else if (name == "&#39;")
        out += '\'';
      else
        FAIL("unknown reference ", name);
      i = end;
    } else {
      out += html[i];
    }
  }
  return out;
}

}  // namespace

TEST_CASE("html: a letter holds its parts, and nothing that loads or runs") {
  const std::string html = write("html", &FormatSpec::page, letter());
  CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n"));
  CHECK(count(html, "default-src 'none'; style-src 'unsafe-inline'") == 1);
  CHECK(count(html, "<body class=\"letter\">") == 1);
  CHECK(count(html, "<div class=\"letterhead\">\n<p>PALAIS") == 1);
  CHECK(count(html, "<div class=\"address\">\n<p>Ref.: AL XXA 1/2026<br>\n10 April 2026</p>") == 1);
  CHECK(count(html, "<div class=\"signature\">") == 1);
  CHECK(count(html, "<div class=\"page-break\">") == 1);
  CHECK(count(html, "<div class=\"keep\">") == 1);
  CHECK(count(html, "<strong>serious</strong> matter of &lt;v1&gt; &amp; others.</p>") == 1);
  CHECK(count(html, "<ol>\n<li>Please give information.</li>") == 1);
  CHECK(count(html, "<th scope=\"col\" class=\"right\" dir=\"auto\">Since</th>") == 1);
  CHECK(count(html, "<h1 class=\"unseen\">AL XXA 1/2026</h1>") == 1);
  CHECK(count(html, "<h1") == 1);
  CHECK(count(html, "@top-center { content: \"CONFIDENTIAL\"") == 1);
  CHECK(count(html, "content: \"draft · 10 April 2026\"") == 1);
  for (const char* part : {"<script", "src=", "url(", "@import", "<link", "<iframe", "onload"})
    CHECK_MESSAGE(count(html, part) == 0, part);
}

TEST_CASE("html: each printed page says for whom it is") {
  view::Page page;
  page.meta = {.title = "Pack",
               .classification = "CONFIDENTIAL",
               .date = "2026-04-08",
               .edition = "edition 2",
               .audience = "for the office"};
  const std::string html = write("html", &FormatSpec::page, page);
  CHECK(count(html, "@bottom-left { content: \"edition 2 · 2026-04-08 · for the office\"") == 1);
  const std::string roff = write("roff", &FormatSpec::page, page);
  CHECK(count(roff, ".TH \"PACK\" \"7\" \"2026-04-08\" \"edition 2 \\[u00B7] for the office\"") ==
        1);
}

TEST_CASE("html: one heading of level 1, whatever the document has") {
  view::Page page;
  page.meta.title = "Pack";
  const auto heading = [](int level) { return view::Block{view::Heading{level, {{.text = "H"}}}}; };
  page.blocks = {heading(1), heading(2)};
  CHECK(count(write("html", &FormatSpec::page, page), "<h1>H</h1>\n<h2>H</h2>") == 1);
  page.blocks = {heading(1), heading(2), heading(1)};
  CHECK(count(write("html", &FormatSpec::page, page),
              "<h1>Pack</h1>\n<h2>H</h2>\n<h3>H</h3>\n<h2>H</h2>") == 1);
  page.blocks = {heading(2)};
  CHECK(count(write("html", &FormatSpec::page, page), "<h1>Pack</h1>\n<h2>H</h2>") == 1);
}

TEST_CASE("html: from right to left") {
  view::Page page;
  page.meta.language = "ar";
  CHECK(count(write("html", &FormatSpec::page, page), "<html lang=\"ar\" dir=\"rtl\">") == 1);
}

TEST_CASE("html: tables and cards") {
  view::Table table = by_circle();
  table.title = "Contacts";
  table.marking = "CONFIDENTIAL · 10 April 2026";
  const std::string html = write("html", &FormatSpec::table, table);
  CHECK(count(html, "<h1>Contacts</h1>\n<h2>Civil society (1)</h2>") == 1);
  CHECK(count(html, "<td class=\"right\" dir=\"auto\">12</td>") == 1);
  CHECK(count(html, "<td class=\"whole\" dir=\"auto\">bb ?</td>") == 1);
  CHECK(count(html, "<strong>CONFIDENTIAL · 10 April 2026</strong>") == 1);
  const view::Cards cards = {.cards = {{.id = "x",
                                        .title = "X & Y",
                                        .sections = {{.lines = {{"a", "a", {{.text = "1"}}}}}}}}};
  CHECK(count(write("html", &FormatSpec::cards, cards),
              "<h1>X &amp; Y</h1>\n<ul>\n<li><strong>a:</strong> 1</li>") == 1);
}

TEST_CASE("html: a table without a head names its rows") {
  view::Page page;
  page.blocks = {{view::Grid{.columns = {view::Align::left, view::Align::left},
                             .head = {{}, {}},
                             .rows = {{{{.text = "Dates"}}, {{.text = "May"}}}}}}};
  const std::string html = write("html", &FormatSpec::page, page);
  CHECK(count(html, "<thead>") == 0);
  CHECK(count(html, "<th scope=\"row\" dir=\"auto\">Dates</th><td dir=\"auto\">May</td>") == 1);
  CHECK(write("text", &FormatSpec::page, page) == "Dates  May\n");
}

TEST_CASE("html: a mark in the style sheet cannot leave it") {
  CHECK(format::css_string("a\"b\\c\n</style>") == "\"a\\22 b\\5c c\\a \\3c /style\\3e \"");
}

TEST_CASE("html: a link only where it is safe") {
  for (const char* link : {"javascript:alert(1)", "data:text/html,x", "http://x.example", "//x",
                           "JAVASCRIPT:x", "https://x\" onclick=\"y", " https://x"})
    CHECK_MESSAGE(format::html_runs({{.text = "t", .link = link}}) == "t", link);
  CHECK(format::html_runs({{.text = "t", .link = "https://x.example/?a=1&b=2"}}) ==
        "<a href=\"https://x.example/?a=1&amp;b=2\" rel=\"noopener noreferrer\">t</a>");
}

TEST_CASE("html: any text is shown as it is") {
  const auto pieces =
      std::to_array<std::string>({"<", ">", "&", "\"", "'", "</p>", "<script>", "&lt;", "-->",
                                  "]]>", "a", " ", "é", "日", "\n", "{{x}}"});
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (auto i = random() % 9; i > 0; --i) text += pieces[random() % pieces.size()];
    CHECK(shown(format::html_runs({{.text = text, .strong = round % 2 == 0}})) == text);
  }
}

}  // namespace format_html_test
