#include "format_sample.hpp"

#include <doctest/doctest.h>

namespace format_findings_test {

using namespace rapport;
using format::FormatSpec;
using format::sample::write;
using value::Severity;

namespace {

view::Findings sample_findings() {
  return {.findings = {{.severity = Severity::error,
                        .rule = "keep-apart",
                        .place = {"engagements/2026/visit.yaml", 34, 14, 24,
                                  "      with: [hrd-k7m2qx, police]"},
                        .message = "'hrd-k7m2qx' and 'police' meet in slot s2",
                        .notes = {{.message = "kept apart here",
                                   .place = {"partners/defenders/hrd-k7m2qx.yaml", 40, 14, 23,
                                             "keep_apart: [kind:police]"}}},
                        .help = "give each a slot of its own"},
                       {.severity = Severity::error,
                        .rule = "syntax-quote",
                        .place = {"partners/a.yaml", 2, 7, 7, "name: \"Lucía"},
                        .message = "this quote is never closed",
                        .open_message = "a quote is never closed",
                        .remark = "The rest of this file was not checked."},
                       {.severity = Severity::note,
                        .rule = "not-sealed",
                        .place = {.path = "partners/a b,c:50%.yaml"},
                        .message = "no key"}},
          .checked = {{61, "partner", "partners"}, {1, "engagement", "engagements"}},
          .skipped = {{"sealed-values", "no key on this machine"}},
          .rules = {{"keep-apart", Severity::error, "Two are together", "Long help"},
                    {"syntax-quote", Severity::error, "A quote", ""}}};
}

}  // namespace

TEST_CASE("findings as text: place, sentence, excerpt, caret, note, help, count") {
  CHECK(write("text", &FormatSpec::findings, sample_findings(), {.excerpts = true}) ==
        "engagements/2026/visit.yaml:34:14: error[keep-apart]: 'hrd-k7m2qx' and 'police' meet in "
        "slot s2\n"
        "   34 |       with: [hrd-k7m2qx, police]\n"
        "      |              ^~~~~~~~~~\n"
        "  note: partners/defenders/hrd-k7m2qx.yaml:40:14: kept apart here\n"
        "   40 | keep_apart: [kind:police]\n"
        "      |              ^~~~~~~~~\n"
        "  help: give each a slot of its own\n"
        "\n"
        "partners/a.yaml:2:7: error[syntax-quote]: this quote is never closed\n"
        "    2 | name: \"Lucía\n"
        "      |       ^\n"
        "  The rest of this file was not checked.\n"
        "\n"
        "partners/a b,c:50%.yaml: note[not-sealed]: no key\n"
        "\n"
        "skipped sealed-values: no key on this machine\n"
        "61 partners, 1 engagement: 2 errors, 1 note in 3 files\n");
}

TEST_CASE("findings as text: excerpts only when asked for") {
  const auto text = write("text", &FormatSpec::findings, sample_findings());
  CHECK(text.find("with: [") == std::string::npos);
  CHECK(text.find("kept apart here") != std::string::npos);
}

TEST_CASE("findings as text: none") {
  view::Findings none;
  none.checked = {{1, "partner", "partners"}};
  CHECK(write("text", &FormatSpec::findings, none) == "1 partner: nothing found\n");
}

TEST_CASE("excerpt: the caret stands by width, and a control in the line does no harm") {
  view::Findings one;
  one.findings = {{.rule = "x", .place = {"a.yaml", 1, 7, 9, "名前: \x1b田中"}, .message = "m"}};
  one.findings[0].place.column = 6;
  one.findings[0].place.end = 8;
  const auto text = write("text", &FormatSpec::findings, one, {.excerpts = true});
  CHECK(text.find("    1 | 名前: \\x1b田中\n      |           ^~~~\n") != std::string::npos);
}

TEST_CASE("excerpt: of a long line the part around the caret") {
  view::Findings one;
  const std::string line = std::string(200, 'a') + "HERE" + std::string(200, 'b');
  one.findings = {{.rule = "x", .place = {"a.yaml", 1, 201, 205, line}, .message = "m"}};
  const auto text = write("text", &FormatSpec::findings, one, {.width = 60, .excerpts = true});
  CHECK(text.find("aHEREb") != std::string::npos);
  const auto start = text.find("    1 | ");
  const auto end = text.find('\n', start);
  CHECK(end - start <= 60 + 4);  // "…" is three bytes
  const auto caret = text.find("^~~~", end);
  CHECK(caret != std::string::npos);
}

TEST_CASE("findings as JSON, SARIF, JUnit and annotations: never a line of a record") {
  for (const char* name : {"json", "jsonl", "sarif", "junit", "github"}) {
    const auto text = write(name, &FormatSpec::findings, sample_findings(), {.excerpts = true});
    CHECK_MESSAGE(text.find("with: [") == std::string::npos, name);
    CHECK_MESSAGE(text.find("Luc") == std::string::npos, name);
    CHECK_MESSAGE(text.find("keep-apart") != std::string::npos, name);
    CHECK_MESSAGE(text.find("a quote is never closed") != std::string::npos, name);
    CHECK_MESSAGE(text.find("this quote") == std::string::npos, name);
  }
}

TEST_CASE("findings as JSON: counts, places, what was skipped") {
  const auto text = write("json", &FormatSpec::findings, sample_findings());
  CHECK(text.starts_with("{\n  \"version\": 1,\n  \"checked\": {\n    \"partners\": 61,"));
  CHECK(text.find("\"errors\": 2") != std::string::npos);
  CHECK(text.find("\"check\": \"sealed-values\"") != std::string::npos);
  CHECK(text.find("\"path\": \"partners/defenders/hrd-k7m2qx.yaml\"") != std::string::npos);
}

TEST_CASE("findings as SARIF: rules with their description, paths as addresses") {
  const auto text = write("sarif", &FormatSpec::findings, sample_findings());
  CHECK(text.find("\"version\": \"2.1.0\"") != std::string::npos);
  CHECK(text.find("\"text\": \"Two are together\"") != std::string::npos);
  CHECK(text.find("\"uri\": \"partners/a%20b%2Cc%3A50%25.yaml\"") != std::string::npos);
  CHECK(text.find("\"ruleIndex\": 1") != std::string::npos);
  CHECK(text.find("skipped sealed-values: no key on this machine") != std::string::npos);
}

TEST_CASE("findings as JUnit: errors fail, notes do not") {
  const auto text = write("junit", &FormatSpec::findings, sample_findings());
  CHECK(text.find("tests=\"4\" failures=\"2\"") != std::string::npos);
  CHECK(text.find("<failure type=\"keep-apart\" message=\"&#39;hrd-k7m2qx&#39; and") !=
        std::string::npos);
  CHECK(text.find("<system-out>partners/a b,c:50%.yaml: note[not-sealed]: no key") !=
        std::string::npos);
}

TEST_CASE("findings as annotations: a path or a message cannot start another command") {
  view::Findings one = sample_findings();
  one.findings[2].message = "a\n::error::b\x1b[0m";
  const auto text = write("github", &FormatSpec::findings, one);
  CHECK(text.find("::error title=keep-apart,file=engagements/2026/visit.yaml,line=34,col=14,"
                  "endColumn=24::'hrd-k7m2qx' and 'police' meet in slot s2\n") == 0);
  CHECK(text.find("::notice title=not-sealed,file=partners/a b%2Cc%3A50%25.yaml::"
                  "a ::error::b\\x1b[0m\n") != std::string::npos);
}

}  // namespace format_findings_test
