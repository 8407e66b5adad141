// What a template that wants to be read for ever meets.
#include "template/markdown.hpp"
#include "template/nesting.hpp"
#include "template/source.hpp"
#include "template_sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace template_limits_test {

using namespace rapport;
using namespace rapport::templates;
using sample::filled;
using sample::object;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

/// The problems alone: "offset: message".
std::string problems(const std::string& text) {
  std::string out;
  for (const auto& problem : read_markdown(text).problems)
    out += (out.empty() ? "" : "\n") + std::to_string(problem.offset) + ": " + problem.message;
  return out;
}

/// Lists in lists, one on each line.
std::string stairs(std::size_t depth) {
  std::string out;
  for (std::size_t i = 0; i < depth; ++i) out += std::string(2 * i, ' ') + "- a\n";
  return out;
}

const std::string too_deep = "quotes and lists are nested deeper than 16";

}  // namespace

TEST_CASE("template limits: quotes and lists on one line are nested 16 deep and no deeper") {
  for (const std::string mark : {"> ", ">", "- ", "* ", "+ ", "1. ", "12) "}) {
    CHECK(problems(repeated(mark, 16) + "x") == "");
    const std::string place = std::to_string(16 * mark.size());
    for (const std::size_t times : {17U, 1000U, 100000U})
      CHECK(problems(repeated(mark, times) + "x") == place + ": " + too_deep);
  }
  CHECK(problems("a\n" + repeated("> - ", 9) + "x") == "34: " + too_deep);
  CHECK(problems(repeated("- ", 60000) + "x\n" + repeated("\n", 100000)) == "32: " + too_deep);
}

TEST_CASE("template limits: quotes and lists on several lines are nested 16 deep and no deeper") {
  CHECK(problems(stairs(16)) == "");
  const std::string found = problems(stairs(17));
  CHECK(found == std::to_string(stairs(17).size() - 2) + ": " + too_deep);
  CHECK(problems(stairs(100)) == found);
  CHECK(problems(std::string(300, ' ') + "- a") == "300: " + too_deep);
}

TEST_CASE("template limits: a rule and a line of text nest nothing") {
  for (const char* line :
       {"- - - - - - - - - - - - - - - - - - - - - -", "* * * * * * * * * * * * * *",
        "---------------------------------------------", "> * * * * * * * * * * * *"})
    CHECK(problems(line) == "");
  CHECK(problems("a " + repeated("> ", 40)) == "");
  CHECK(problems(repeated("-", 40)) == "");
  CHECK(problems(repeated("1.", 40)) == "");
  CHECK(too_deep_on_a_line("- a\r\n\r\n" + repeated("> ", 17)) == 39);
  CHECK(!too_deep_on_a_line(""));
}

TEST_CASE("template limits: sections are nested 16 deep and no deeper") {
  const Value value = object({{"a", true}, {"x", "y"}});
  const auto nested = [](std::size_t depth) {
    return repeated("{{#a}}", depth) + "{{x}}" + repeated("{{/a}}", depth);
  };
  CHECK(filled(nested(16), value) == "y");
  for (const std::size_t depth : {17U, 1000U, 40000U})
    CHECK(filled(nested(depth), value) == "t.md:1:97: sections are nested deeper than 16");
}

TEST_CASE("template limits: a tag has 16 filters and no more") {
  const Value value = object({{"x", "y"}});
  CHECK(filled("{{x" + repeated(" | upper", 16) + "}}", value) == "Y");
  CHECK(filled("{{x" + repeated("|upper", 40000) + "}}", value) ==
        "t.md:1:1: a tag has at most 16 filters");
}

TEST_CASE("template limits: after 50 mistakes no more are looked for") {
  const Value value = object({});
  const std::string found = filled(repeated("{{/a}}\n", 40000), value);
  CHECK(std::ranges::count(found, '\n') == 49);
  CHECK(found.ends_with("t.md:50:1: 'a' is closed here and was never opened"));
  const std::string html = problems(repeated("a <b>\n\n", 40000));
  CHECK(std::ranges::count(html, '\n') == 49);
}

TEST_CASE("template limits: a tag that stands alone is known on a line of any length") {
  const Value value = object({{"a", true}});
  const std::string blanks(100000, ' ');
  CHECK(filled(blanks + "{{#a}}" + blanks + "\r\nx\n{{/a}}", value) == "x\n");
  CHECK(filled("{{#a}}\n{{/a}}\n  {{!\n\n}}  \nx {{! a }}\n{{! b }} x", value) == "x \n x");
  CHECK(filled(blanks + repeated("{{#a}}{{/a}}", 2000), value) == blanks);
}

TEST_CASE("template limits: a partial indented in many ways ends") {
  std::string text;
  for (std::size_t i = 0; i < 700; ++i) text += std::string(i, ' ') + "{{> p}}\n";
  CHECK(filled(text, object({}), {{"p", repeated("\n", 100000)}})
            .ends_with("this template never ends"));
}

TEST_CASE("template limits: filters that go through much text again and again end") {
  Value many = List(2000, Value(1));
  const std::string text = repeated("words ", 40000);
  CHECK(filled("{{#n}}{{#x | paragraphs}}{{/x}}{{/n}}", object({{"n", many}, {"x", text}}))
            .find("this template never ends") != std::string::npos);
}

TEST_CASE("template limits: addresses of links are not made anew without end") {
  const std::string definition = "[a]: https://e.example/" + std::string(60000, 'x') + "\n\n";
  CHECK(problems(definition + "[a]\n") == "");
  CHECK(problems(definition + repeated("[a] ", 30000))
            .ends_with("the addresses of the links are too long"));
}

TEST_CASE("template limits: a table has 64 columns and no more") {
  const auto table = [](std::size_t columns, std::size_t rows) {
    return repeated("|a", columns) + "|\n" + repeated("|---", columns) + "|\n" +
           repeated("|b\n", rows);
  };
  CHECK(problems(table(64, 3)) == "");
  for (const std::size_t columns : {65U, 20000U})
    CHECK(problems(table(columns, 30000)).ends_with(": a table has at most 64 columns"));
}

}  // namespace template_limits_test
