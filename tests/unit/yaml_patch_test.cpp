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
  CHECK(set_text("name: 'A' # c\n", {{"name"}}, "B: b") == "name: 'B: b' # c\n");
  CHECK(set_text("risk: {level: low, on: 2019}\n", {{"risk"}, {"level"}}, "a, b") ==
        "risk: {level: \"a, b\", on: 2019}\n");
  CHECK(set_text("contacts:\n  - key: k1\n    use: never\n  - key: k2\n    use: never\n",
                 {{"contacts"}, {"", 1}, {"use"}}, "allowed") ==
        "contacts:\n  - key: k1\n    use: never\n  - key: k2\n    use: allowed\n");
  CHECK(set_text("areas: [a, 'b', c]\n", {{"areas"}, {"", 1}}, "x") == "areas: [a, 'x', c]\n");
  CHECK(set_text("name:   # to be found\nrisk: x\n", {{"name"}}, "A") ==
        "name: A   # to be found\nrisk: x\n");
  CHECK(set_text("areas:\n  [a,\n  b] # c\n", {{"areas"}}, "x") == "areas: x # c\n");
}

TEST_CASE("patch: text of several lines comes and goes") {
  CHECK(set_text("notes: old # c\nname: A\n", {{"notes"}}, "one\n\n  two\n") ==
        "notes: | # c\n  one\n\n    two\nname: A\n");
  CHECK(set_text("notes: | # c\n  one\n  two\n\nname: A\n", {{"notes"}}, "short") ==
        "notes: |- # c\n  short\n\nname: A\n");
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

TEST_CASE("patch: a value keeps its quotes, and text of several lines its form") {
  CHECK(set_text("name: 'A' # c\n", {{"name"}}, "it's") == "name: 'it''s' # c\n");
  CHECK(set_text("name: \"A\"\n", {{"name"}}, "B") == "name: \"B\"\n");
  CHECK(set_text("areas: ['a', \"b\"]\n", {{"areas"}, {"", 0}}, "c, d") ==
        "areas: ['c, d', \"b\"]\n");
  CHECK(set_text("name: 'A'\n", {{"name"}}, "a\nb") == "name: |-\n  a\n  b\n");
  CHECK(set_text("notes: >-\n  one\n  two\n", {{"notes"}}, "three") == "notes: >-\n  three\n");
  CHECK(set_text("notes: >\n  one\n\n  two\n", {{"notes"}}, "a\nb\n\nc\n") ==
        "notes: >\n  a\n\n  b\n\n\n  c\n");
  CHECK(set_text("notes: >\n  one\n", {{"notes"}}, "a\n  b\n") == "notes: |\n  a\n    b\n");
  CHECK(set_text("notes: |\n  one\n", {{"notes"}}, "") == "notes: \"\"\n");
  const std::string words(98, 'w');
  CHECK(set_text("notes: >-\n  a\n", {{"notes"}}, words + " b  c d") ==
        "notes: >-\n  " + words + "\n  b  c d\n");
}

TEST_CASE("patch: a block is replaced when no comment in it would be lost") {
  const Value list = list_value({text_value("x"), text_value("z")});
  const auto put_list = [&](std::string_view text) {
    return said(set(text, {{"areas"}}, list, rank));
  };
  CHECK(put_list("areas: # c\n- a\n- b\n\n# r\nrisk: x\n") ==
        "areas: [x, z] # c\n\n# r\nrisk: x\n");
  CHECK(put_list("areas:\n  level: low") == "areas: [x, z]\n");
  CHECK(put_list("areas:\n  - a\n  # c\n  - b\n") ==
        "failed: 'areas' has comments that would be lost");
  CHECK(put_list("areas:\n  - a\n  - b\n\n  # c\nrisk: x\n") ==
        "failed: 'areas' has comments that would be lost");
  CHECK(put_list("areas: [a, # c\n  b]\n") == "failed: 'areas' has comments that would be lost");
  CHECK(put_list("areas: [a, b] # c\n") == "areas: [x, z] # c\n");
  CHECK(put_list("areas: [\n  a,\n  b,\n  ]\n") == "areas: [\n  x,\n  z,\n  ]\n");
  CHECK(put_list("areas:\n  - x\n  # kept\n  - z\n") == "areas:\n  - x\n  # kept\n  - z\n");
  CHECK(said(set("consent:\n  - on: 2019\n    act: given\n  - on: 2020\n", {{"consent"}, {"", 0}},
                 act(true), rank)) ==
        "consent:\n  - {on: 2026-01-02, act: withdrawn, for: [letter]}\n  - on: 2020\n");
  CHECK(set_text("risk:\n  level: low\nname: A\n", {{"risk"}}, "x") == "risk: x\nname: A\n");
}

TEST_CASE("patch: an item goes before another") {
  const auto put_item = [](std::string_view text, std::size_t at) {
    const Operation operation{Operation::Kind::insert, {{"areas"}, {"", at}}, text_value("x")};
    return said(patch(text, {&operation, 1}, rank));
  };
  CHECK(put_item("areas: [a, b] # c\n", 0) == "areas: [x, a, b] # c\n");
  CHECK(put_item("areas: [a, b] # c\n", 1) == "areas: [a, x, b] # c\n");
  CHECK(put_item("areas: [a, b] # c\n", 2) == "areas: [a, b, x] # c\n");
  CHECK(put_item("areas: []\n", 0) == "areas: [x]\n");
  CHECK(put_item("areas: [ # c\n  ]\n", 0) == "areas: [x # c\n  ]\n");
  CHECK(put_item("areas:\n- a\n# b\n- b # c\n", 1) == "areas:\n- a\n- x\n# b\n- b # c\n");
  CHECK(put_item("areas:\n  # a\n  - a\n", 0) == "areas:\n  - x\n  # a\n  - a\n");
  CHECK(put_item("areas: [\n  a, # a\n  # b\n  b # c\n  ]\n", 1) ==
        "areas: [\n  a, # a\n  x,\n  # b\n  b # c\n  ]\n");
  CHECK(put_item("areas: [\n  a,\n  b # c\n  # d\n  ]\n", 2) ==
        "areas: [\n  a,\n  b, # c\n  x\n  # d\n  ]\n");
  CHECK(put_item("areas: [\r\n  a,\r\n  ]\r\n", 1) == "areas: [\r\n  a,\r\n  x,\r\n  ]\r\n");
  CHECK(put_item("areas: [a]\n", 2) == "failed: there is no 'areas[3]'");
  CHECK(put_item("name: a\n", 0) == "failed: 'areas[1]' is not a place in a list");
}

TEST_CASE("patch: an entry goes with its comments") {
  const auto without = [](std::string_view text, const Path& path) {
    const Operation operation{Operation::Kind::remove, path};
    return said(patch(text, {&operation, 1}, rank));
  };
  CHECK(without("# a\n\n# k\nkind: ngo # c\n# n\nname: A\n", {{"kind"}}) ==
        "# a\n\n# n\nname: A\n");
  CHECK(without("kind: ngo\nnotes: |\n  one\n\n  two\nname: A", {{"name"}}) ==
        "kind: ngo\nnotes: |\n  one\n\n  two\n");
  CHECK(without("kind: ngo\nnotes: | # c\n  one\n\n  two\n\nname: A", {{"notes"}}) ==
        "kind: ngo\n\nname: A");
  CHECK(without("notes: |+\n  one\n\nkind: ngo\n\n\nname: A\n", {{"kind"}}) ==
        "notes: |+\n  one\n\nname: A\n");
  CHECK(without("risk:\n  level: low\n  # more\n\n  # still\n# n\nname: A\n", {{"risk"}}) ==
        "# n\nname: A\n");
  CHECK(without("risk:\n  level: low\n  # more\n# n\nname: A\n", {{"name"}}) ==
        "risk:\n  level: low\n  # more\n");
  CHECK(without("\xef\xbb\xbf# k\r\nkind: ngo\r\nname: A\r\n", {{"kind"}}) ==
        "\xef\xbb\xbfname: A\r\n");
  CHECK(without("name: A\nrisk:\n  level: {a: b}\n", {{"risk"}, {"level"}}) == "name: A\n");
  CHECK(without("name: A\nrisk:\n  level: {a: b}\n", {{"risk"}, {"level"}, {"a"}}) ==
        "name: A\nrisk:\n  level: {}\n");
  CHECK(without("name: A\n", {{"name"}}) == "failed: 'name' is all that this record says");
  CHECK(without("name: A\n", {{"risk"}}) == "failed: there is no 'risk'");
}

TEST_CASE("patch: the entry below takes the place behind a dash") {
  const auto without = [](std::string_view text, const Path& path) {
    const Operation operation{Operation::Kind::remove, path};
    return said(patch(text, {&operation, 1}, rank));
  };
  const Path first = {{"areas"}, {"", 0}, {"a"}};
  CHECK(without("areas:\n  - a: 1 # c\n    b: 2 # d\n", first) == "areas:\n  - b: 2 # d\n");
  CHECK(without("areas:\n-   a:\n      - x\n\n    b: 2\n", first) == "areas:\n-   b: 2\n");
  CHECK(without("areas:\n  - a: 1\n    # b\n    b: 2\n", first) ==
        "areas:\n  -\n    # b\n    b: 2\n");
  CHECK(without("areas:\n  - # c\n    # a\n    a: 1\n    b: 2\n", first) ==
        "areas:\n  - # c\n    b: 2\n");
  CHECK(without("areas:\n  - a: 1\n    # end\n  - b: 2\n", first) == "areas:\n  - b: 2\n");
  CHECK(without("name: A\nareas:\n  - a: 1\n", first) == "name: A\n");
}

TEST_CASE("patch: an item goes with its comments") {
  const auto without = [](std::string_view text, std::size_t item) {
    const Operation operation{Operation::Kind::remove, {{"areas"}, {"", item}}};
    return said(patch(text, {&operation, 1}, rank));
  };
  CHECK(without("areas:\n  # head\n\n  # a\n  - a # c\n  # b\n  - b\n", 0) ==
        "areas:\n  # head\n\n  # b\n  - b\n");
  CHECK(without("areas:\n- a\n# b\n- b\n# name\nname: A\n", 1) == "areas:\n- a\n# name\nname: A\n");
  CHECK(without("name: A\n# areas\nareas: # c\n  # a\n  - a\n", 0) == "name: A\n");
  CHECK(without("areas: [a, b, c] # d\n", 0) == "areas: [b, c] # d\n");
  CHECK(without("areas: [a, b, c] # d\n", 1) == "areas: [a, c] # d\n");
  CHECK(without("areas: [a, b, c] # d\n", 2) == "areas: [a, b] # d\n");
  CHECK(without("areas: [a, b, ] # d\n", 1) == "areas: [a, ] # d\n");
  CHECK(without("areas: [ a ]\n", 0) == "areas: []\n");
  CHECK(without("areas: [{b: 1}, {b: 2}]\n", 0) == "areas: [{b: 2}]\n");
  CHECK(without("areas: [\n  a, # a\n  # b\n  b, # b\n  # c\n  c\n  ]\n", 1) ==
        "areas: [\n  a, # a\n  # c\n  c\n  ]\n");
  CHECK(without("areas: [\n  a, # a\n  # c\n  c # c\n  # d\n  ]\n", 1) ==
        "areas: [\n  a, # a\n  # d\n  ]\n");
  CHECK(without("areas: [a, # a\n  b]\n", 0) == "areas: [ # a\n  b]\n");
  CHECK(without("areas: [a, # a\n  b]\n", 1) == "areas: [a, # a\n  ]\n");
  CHECK(without("areas: [\n  a, b,\n  c]\n", 1) == "areas: [\n  a,\n  c]\n");
  CHECK(without("areas: [a]\n", 1) == "failed: there is no 'areas[2]'");
}

TEST_CASE("patch: more is added to lists of every form") {
  const auto added = [](std::string_view text) {
    return said(append(text, {{"areas"}}, text_value("x"), rank));
  };
  CHECK(added("areas: [\n  a, # a\n  b # b\n  ]\n") == "areas: [\n  a, # a\n  b, # b\n  x\n  ]\n");
  CHECK(added("areas: [\n  a,\n  b,\n  ]\n") == "areas: [\n  a,\n  b,\n  x,\n  ]\n");
  CHECK(added("areas: [a,\n  b] # c\n") == "areas: [a,\n  b, x] # c\n");
  CHECK(added("areas:\n  - a: 1\n    # more\n\n# n\nname: A\n") ==
        "areas:\n  - a: 1\n    # more\n  - x\n\n# n\nname: A\n");
  CHECK(added("areas:\n  - |\n    one\n\nname: A\n") ==
        "areas:\n  - |\n    one\n  - x\n\nname: A\n");
  CHECK(added("areas:\r\n- a") == "areas:\r\n- a\r\n- x\r\n");
  CHECK(added("\xef\xbb\xbf"
              "areas:\n- a # c\n") ==
        "\xef\xbb\xbf"
        "areas:\n- a # c\n- x\n");
  CHECK(set_text("risk:\n  kind: a\n  # more\nnotes: b\n", {{"risk"}, {"name"}}, "x") ==
        "risk:\n  kind: a\n  name: x\n  # more\nnotes: b\n");
  CHECK(set_text("risk:\n  kind: a\n  # more\n", {{"notes"}}, "x") ==
        "risk:\n  kind: a\n  # more\nnotes: x\n");
}

TEST_CASE("patch: CRLF stays") {
  CHECK(set_text("kind: ngo\r\nrisk: x\r\n", {{"name"}}, "A") ==
        "kind: ngo\r\nname: A\r\nrisk: x\r\n");
  CHECK(set_text("notes: x\r\n", {{"notes"}}, "a\nb\n") == "notes: |\r\n  a\r\n  b\r\n");
}

TEST_CASE("patch: what cannot be done is said") {
  CHECK(set_text("name: \"A\n", {{"name"}}, "B") == "failed: the record cannot be read");
  CHECK(set_text("risk:\n  level: low # c\n", {{"risk"}}, "B") ==
        "failed: 'risk' has comments that would be lost");
  CHECK(set_text("areas: [a]\n", {{"areas"}, {"", 3}}, "B") == "failed: there is no 'areas[4]'");
  CHECK(set_text("name: A\n", {{"name"}, {"x"}}, "B") == "failed: there is no 'name.x'");
  CHECK(set_text("name: A\n", {{"name"}}, "\x01") ==
        "failed: 'name' has a control character, which no record may have");
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
