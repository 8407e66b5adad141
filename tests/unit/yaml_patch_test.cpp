// Patching: one place changes, every other byte stays.
#include "yaml/patch.hpp"

#include <doctest/doctest.h>

#include <array>

namespace yaml_patch_test {

using namespace rapport::yaml;

namespace {

std::size_t rank(std::span<const Step>, std::string_view key) {
  static constexpr std::array<std::string_view, 7> keys = {"kind",    "name", "country", "areas",
                                                           "consent", "risk", "notes"};
  std::size_t i = 0;
  while (i < keys.size() && keys[i] != key) ++i;
  return i;
}

std::string said(const rapport::base::Result<std::string>& result) {
  return result ? *result : "failed: " + result.failure().what;
}

std::string set_text(std::string_view text, const Path& path, std::string_view value) {
  return said(set(text, path, text_value(value), rank));
}

Value act(bool in_brackets) {
  Value value{.kind = Kind::mapping, .in_brackets = in_brackets};
  put(value, "on", text_value("2026-01-02"));
  put(value, "act", text_value("withdrawn"));
  put(value, "for", list_value({text_value("letter")}));
  return value;
}

}  // namespace

TEST_CASE("patch: a scalar is exchanged where it stands") {
  CHECK(set_text("kind: ngo   # c\nname: 'A'\n", {{"kind"}}, "expert") ==
        "kind: expert   # c\nname: 'A'\n");
  CHECK(set_text("name: 'A' # c\n", {{"name"}}, "B: b") == "name: \"B: b\" # c\n");
  CHECK(set_text("risk: {level: low, on: 2019}\n", {{"risk"}, {"level"}}, "a, b") ==
        "risk: {level: \"a, b\", on: 2019}\n");
  CHECK(set_text("contacts:\n  - key: k1\n    use: never\n  - key: k2\n    use: never\n",
                 {{"contacts"}, {"", 1}, {"use"}}, "allowed") ==
        "contacts:\n  - key: k1\n    use: never\n  - key: k2\n    use: allowed\n");
  CHECK(set_text("areas: [a, 'b', c]\n", {{"areas"}, {"", 1}}, "x") == "areas: [a, x, c]\n");
  CHECK(set_text("name:   # to be found\nrisk: x\n", {{"name"}}, "A") ==
        "name: A   # to be found\nrisk: x\n");
  CHECK(set_text("areas:\n  [a,\n  b] # c\n", {{"areas"}}, "x") == "areas: x # c\n");
}

TEST_CASE("patch: text of several lines comes and goes") {
  CHECK(set_text("notes: old # c\nname: A\n", {{"notes"}}, "one\n\n  two\n") ==
        "notes: | # c\n  one\n\n    two\nname: A\n");
  CHECK(set_text("notes: | # c\n  one\n  two\n\nname: A\n", {{"notes"}}, "short") ==
        "notes: short # c\n\nname: A\n");
  CHECK(set_text("notes: |\n  one\n  two\nname: A\n", {{"notes"}}, "x\ny") ==
        "notes: |-\n  x\n  y\nname: A\n");
  CHECK(set_text("areas: [a]\n", {{"areas"}, {"", 0}}, "x\ny") == "areas: [\"x\\ny\"]\n");
  CHECK(set_text("name: A", {{"notes"}}, "x\ny\n") == "name: A\nnotes: |\n  x\n  y\n");
}

TEST_CASE("patch: a new entry finds its place") {
  CHECK(set_text("kind: ngo\nrisk: x\n", {{"name"}}, "A") == "kind: ngo\nname: A\nrisk: x\n");
  CHECK(set_text("kind: ngo # c\n\n# about risk\nrisk: x\n", {{"name"}}, "A") ==
        "kind: ngo # c\nname: A\n\n# about risk\nrisk: x\n");
  CHECK(set_text("# about the name\nname: A\n", {{"kind"}}, "ngo") ==
        "kind: ngo\n# about the name\nname: A\n");
  CHECK(set_text("# head\n\nname: A\n", {{"kind"}}, "ngo") == "# head\n\nkind: ngo\nname: A\n");
  CHECK(set_text("---\nname: A\n", {{"kind"}}, "ngo") == "---\nkind: ngo\nname: A\n");
  CHECK(set_text("areas:\n  - name: A\n    risk: B\n", {{"areas"}, {"", 0}, {"kind"}}, "ngo") ==
        "areas:\n  - kind: ngo\n    name: A\n    risk: B\n");
  CHECK(set_text("name: A\n", {{"risk"}, {"level"}}, "low") == "name: A\nrisk:\n  level: low\n");
  CHECK(set_text("risk:\nname: A\n", {{"risk"}, {"level"}}, "low") ==
        "risk:\n  level: low\nname: A\n");
  CHECK(set_text("risk: {name: A}\n", {{"risk"}, {"kind"}}, "x") == "risk: {kind: x, name: A}\n");
  CHECK(set_text("risk: {}\n", {{"risk"}, {"kind"}}, "x") == "risk: {kind: x}\n");
  CHECK(set_text("name: A", {{"risk"}}, "x") == "name: A\nrisk: x\n");
  CHECK(set_text("\xef\xbb\xbfname: A\n", {{"kind"}}, "x") == "\xef\xbb\xbfkind: x\nname: A\n");
}

TEST_CASE("patch: an item is added at the end of its list") {
  const auto added = [](std::string_view text, const Value& item) {
    return said(append(text, {{"consent"}}, item, rank));
  };
  CHECK(added("consent:\n  - {on: 2019}\nrisk: x\n", act(true)) ==
        "consent:\n  - {on: 2019}\n  - {on: 2026-01-02, act: withdrawn, for: [letter]}\nrisk: x\n");
  CHECK(added("consent:\n- on: 2019 # first\n  act: given\n\n# risk\nrisk: x\n", act(false)) ==
        "consent:\n- on: 2019 # first\n  act: given\n- on: 2026-01-02\n  act: withdrawn\n"
        "  for: [letter]\n\n# risk\nrisk: x\n");
  CHECK(added("name: A\nrisk: x\n", act(false)) ==
        "name: A\nconsent:\n  - on: 2026-01-02\n    act: withdrawn\n    for: [letter]\nrisk: x\n");
  CHECK(added("consent: [] # none\n", act(true)) ==
        "consent: # none\n  - {on: 2026-01-02, act: withdrawn, for: [letter]}\n");
  CHECK(added("consent:\nrisk: x\n", act(true)) ==
        "consent:\n  - {on: 2026-01-02, act: withdrawn, for: [letter]}\nrisk: x\n");
  CHECK(added("consent: [{on: 2019}, ]\n", act(true)) ==
        "consent: [{on: 2019}, {on: 2026-01-02, act: withdrawn, for: [letter]}, ]\n");
  CHECK(added("consent:\n  - {on: 2019}", act(true)) ==
        "consent:\n  - {on: 2019}\n  - {on: 2026-01-02, act: withdrawn, for: [letter]}\n");
  CHECK(added("consent: yes\n", act(true)) == "failed: 'consent' is not a list");
}

TEST_CASE("patch: operations are done one after another") {
  const Operation operations[] = {
      {.kind = Operation::Kind::set, .at = {{"areas"}}, .value = list_value({text_value("a")})},
      {.kind = Operation::Kind::append, .at = {{"areas"}}, .value = text_value("b")},
      {.at = {{"areas"}, {"", 0}}, .value = text_value("c")},
  };
  CHECK(said(patch("name: A # c\n", operations, rank)) == "name: A # c\nareas: [c, b]\n");
}

TEST_CASE("patch: CRLF stays") {
  CHECK(set_text("kind: ngo\r\nrisk: x\r\n", {{"name"}}, "A") ==
        "kind: ngo\r\nname: A\r\nrisk: x\r\n");
  CHECK(set_text("notes: x\r\n", {{"notes"}}, "a\nb\n") == "notes: |\r\n  a\r\n  b\r\n");
}

TEST_CASE("patch: what cannot be done is said") {
  CHECK(set_text("name: \"A\n", {{"name"}}, "B") == "failed: the record cannot be read");
  CHECK(set_text("risk:\n  level: low\n", {{"risk"}}, "B") ==
        "failed: 'risk' is a block of several lines");
  CHECK(set_text("areas: [a]\n", {{"areas"}, {"", 3}}, "B") == "failed: there is no 'areas[4]'");
  CHECK(set_text("name: A\n", {{"name"}, {"x"}}, "B") == "failed: there is no 'name.x'");
  CHECK(set_text("name: A\n", {{"name"}}, "\x01") ==
        "failed: 'name' cannot be written into this record");
  CHECK(set_text("name: A\n", {{"bad key"}}, "x") ==
        "failed: 'bad key' cannot be written into this record");
}

TEST_CASE("write: text that YAML 1.1 takes for something else is quoted") {
  for (const char* text : {"NO", "No", "ON", "on", "Off", "y", "N", "YES", "0041227000",
                           "+41227000", "12:30", "1_000", "1e3", "0x1F", "1200.50", "010"})
    CHECK(scalar(text) == '"' + std::string(text) + '"');
  for (const char* text : {"yes", "no", "true", "2015", "0", "2026-05-04", "2015-07", "FRA", "18h",
                           "2f0c1a7e-95b1-4f7e-a7c8-0d1f6a3f4b52", "+41 22 700 00 00"})
    CHECK(scalar(text) == text);
  CHECK(write_flow(list_value({text_value("no"), text_value("nb")})) == "[\"no\", nb]");
}

TEST_CASE("write: plain where the reader takes it, else quoted") {
  CHECK(scalar("NOR") == "NOR");
  CHECK(scalar("0041 22") == "0041 22");
  CHECK(scalar("a: b") == "\"a: b\"");
  CHECK(scalar("Group #1") == "\"Group #1\"");
  CHECK(scalar("") == "\"\"");
  CHECK(scalar("null") == "\"null\"");
  CHECK(scalar(" a") == "\" a\"");
  CHECK(scalar("say \"x\"\t\\") == "\"say \\\"x\\\"\\t\\\\\"");
  CHECK(scalar("it's, [so]?") == "it's, [so]?");
  CHECK(flow_scalar("it's, so") == "\"it's, so\"");
  CHECK(flow_scalar("why?") == "\"why?\"");
  CHECK(scalar("a\nb\n", 2) == "|\n    a\n    b");
  CHECK(scalar("  a\nb") == "|2-\n    a\n  b");
  CHECK(scalar("\na\n") == "\"\\na\\n\"");
  CHECK(scalar("a\n\n") == "\"a\\n\\n\"");
}

}  // namespace yaml_patch_test
