#include "format/engine/roff_text.hpp"
#include "format_document_sample.hpp"

#include <doctest/doctest.h>

namespace format_page_test {

using namespace rapport;
using format::FormatSpec;
using format::sample::letter;
using format::sample::text;
using format::sample::write;

TEST_CASE("text: a letter") {
  CHECK(write("text", &FormatSpec::page, letter(), {.width = 60}) ==
        "CONFIDENTIAL · draft · 10 April 2026\n"
        "\n"
        "      PALAIS DES NATIONS • 1211 GENEVA 10, SWITZERLAND\n"
        "\n"
        "Mandate of the Special Rapporteur on human rights defenders\n"
        "\n"
        "Ref.: AL XXA 1/2026\n"
        "10 April 2026\n"
        "\n"
        "Excellency,\n"
        "\n"
        "We refer to resolution 52/4\n"
        "<https://docs.un.org/A/HRC/RES/52/4> and to the serious\n"
        "matter of <v1> & others.\n"
        "\n"
        "1. Please give information.\n"
        "2. Please give reasons.\n"
        "\n"
        "                        Ann Example\n"
        "                        Special Rapporteur\n"
        "\n"
        "------------------------------------------------------------\n"
        "\n"
        "Annex\n"
        "-----\n"
        "\n"
        "Treaty         Since\n"
        "-------------  -----\n"
        "ICCPR | first   1997\n"
        "\n"
        "    Everyone has the right\n"
        "\n"
        "    rapport validate\n"
        "\n"
        "------------------------------------------------------------\n"
        "\n"
        "End\n"
        "\n"
        "of the letter.\n");
}

TEST_CASE("text: a wide table wraps its cells") {
  view::Page page;
  page.meta.title = "T";
  page.blocks = {{view::Grid{
      .columns = {view::Align::left, view::Align::left},
      .head = {{{.text = "Time"}}, {{.text = "What"}}},
      .rows = {{{{.text = "09:30"}}, {{.text = "a long text that does not fit on one line"}}}}}}};
  CHECK(write("text", &FormatSpec::page, page, {.width = 30}) ==
        "T\n=\n\n"
        "Time   What\n"
        "-----  -----------------------\n"
        "09:30  a long text that does\n"
        "       not fit on one line\n");
}

TEST_CASE("text: a word longer than its column goes on below, and the next column stays in place") {
  view::Page page;
  page.blocks = {{view::Grid{.columns = {view::Align::left, view::Align::left, view::Align::left},
                             .head = {{{.text = "Name"}}, {{.text = "Value"}}, {{.text = "On"}}},
                             .rows = {{{{.text = "Ame\u0301lie"}},
                                       {{.text = "direccion@agua-viva.example.org"}},
                                       {{.text = "2026-03-12"}}},
                                      {{{.text = "日本語の名前の人"}},
                                       {{.text = "abcdefghijklmnopqrstuvwxyz"}},
                                       {{.text = "12 March 2026"}}}}}}};
  CHECK(write("text", &FormatSpec::page, page, {.width = 36}) ==
        "Name      Value           On\n"
        "--------  --------------  ----------\n"
        "Ame\u0301lie    direccion@      2026-03-12\n"
        "          agua-viva.\n"
        "          example.org\n"
        "日本語の  abcdefghijklmn  12 March\n"
        "名前の人  opqrstuvwxyz    2026\n");
}

TEST_CASE("text: lists") {
  view::Page page;
  page.blocks = {
      {view::List{.items = {{text("a"),
                             {view::List{.ordered = true,
                                         .start = 9,
                                         .items = {{text("b c d e f g h")}, {text("x")}}}}},
                            {text("y")}}}},
      {view::List{.items = {{text("p"), text("q")}, {text("r")}}}}};
  CHECK(write("text", &FormatSpec::page, page) ==
        "- a\n  9. b c d e f g h\n  10. x\n- y\n\n- p\n\n  q\n\n- r\n");
}

TEST_CASE("text: no control sequence comes through") {
  view::Page page;
  page.blocks = {text("a\x1b]0;x\x07 \u202E b")};
  CHECK(write("text", &FormatSpec::page, page) == "a\\x1b]0;x\\x07 <U+202E> b\n");
}

TEST_CASE("roff: sections, definitions, lists, code") {
  view::Page page;
  page.meta = {.title = "rapport-list(1)",
               .language = "en",
               .classification = {},
               .date = "2026-04-10",
               .edition = "rapport 0.1.0",
               .audience = {}};
  page.blocks = {
      {view::Heading{2, {{.text = "Name"}}}},
      text("rapport-list - list records"),
      {view::Heading{2, {{.text = "Options"}}}},
      {view::Grid{.columns = {view::Align::left, view::Align::left},
                  .head = {{{.text = "o"}}, {{.text = "m"}}},
                  .rows = {{{{.text = "--sort KEY", .strong = true}}, {{.text = ".dot é"}}}}}},
      {view::Heading{3, {{.text = "More"}}}},
      {view::List{.items = {{text("one"), text("two")}}}},
      {view::Code{".x 'y\n"}}};
  CHECK(write("roff", &FormatSpec::page, page) ==
        ".TH \"RAPPORT\\-LIST\" \"1\" \"2026-04-10\" \"rapport 0.1.0\"\n"
        ".SH \"NAME\"\n"
        "rapport\\-list \\- list records\n"
        ".SH \"OPTIONS\"\n"
        ".TP\n"
        "\\fB\\-\\-sort KEY\\fR\n"
        "\\&.dot \\[u00E9]\n"
        ".SS \"More\"\n"
        ".IP \\(bu 2\n"
        "one\n"
        ".RS 2\n"
        ".PP\n"
        "two\n"
        ".RE\n"
        ".PP\n"
        ".RS 4\n"
        ".EX\n"
        "\\&.x \\(aqy\n"
        ".EE\n"
        ".RE\n");
}

TEST_CASE("roff: a strong name on its own line is a term") {
  view::Page page;
  page.meta.title = "x(1)";
  page.blocks = {
      text("intro"),
      {view::Paragraph{
          {{.text = "-j N", .strong = true}, {.line_break = true}, {.text = "threads"}}}}};
  CHECK(write("roff", &FormatSpec::page, page).ends_with("intro\n.TP\n\\fB\\-j N\\fR\nthreads\n"));
}

TEST_CASE("roff: no text is read as an escape or a macro") {
  CHECK(format::roff_text("\\fB `x` \"y\" ~^-") == "\\efB \\(gax\\(ga \\(dqy\\(dq \\(ti\\(ha\\-");
  CHECK(format::roff_runs({{.text = ".so /etc/passwd"}}) == "\\&.so /etc/passwd\n");
  std::string long_text;
  for (int i = 0; i < 40; ++i) long_text += "word .so ";
  const std::string filled = format::roff_runs({{.text = long_text}});
  CHECK(filled.find("\n.so") == std::string::npos);
}

TEST_CASE("every shape a format claims is written, and ends its last line") {
  for (const auto& format : format::all_formats()) {
    CHECK_MESSAGE((format->table || format->page || format->cards || format->findings),
                  format.name);
    CHECK_MESSAGE(!format->summary.empty(), format.name);
    if (format->table)
      CHECK_MESSAGE(format->table(format::sample::partners(), {})->ends_with('\n'), format.name);
    if (format->page) CHECK_MESSAGE(format->page(letter(), {})->ends_with('\n'), format.name);
  }
}

}  // namespace format_page_test
