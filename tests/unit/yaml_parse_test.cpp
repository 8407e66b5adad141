// What the reader accepts, and as what: design of record text, construct by construct.
#include "yaml_support.hpp"

#include <doctest/doctest.h>

namespace yaml_parse_test {

using rapport::yaml::testing::fault;
using rapport::yaml::testing::read;

namespace {
std::string tree(std::string_view text) {
  const auto reading = read(text);
  CHECK(rapport::yaml::testing::describe(text, reading.parsed.error) == "");
  return reading.tree;
}
}  // namespace

TEST_CASE("yaml: entries, blocks and lists by their column") {
  CHECK(tree("kind: ngo\nname: A B\n") == R"({kind: "ngo", name: "A B"})");
  CHECK(tree("a: 1") == R"({a: "1"})");
  CHECK(tree("a:\n  b: 1\n  c:\n    d: 2\ne: 3\n") == R"({a: {b: "1", c: {d: "2"}}, e: "3"})");
  CHECK(tree("a:\n  - x\n  - y\nb:\n- z\n- w\nc: 1\n") ==
        R"({a: ["x", "y"], b: ["z", "w"], c: "1"})");
  CHECK(tree("a:\n  - k: 1\n    l: 2\n  - k: 3\n") == R"({a: [{k: "1", l: "2"}, {k: "3"}]})");
  CHECK(tree("a:\n  -   k: 1\n      l: 2\n") == R"({a: [{k: "1", l: "2"}]})");
  CHECK(tree("a:\n  -\n    k: 1\n  - # note\n    k: 2\n") == R"({a: [{k: "1"}, {k: "2"}]})");
  CHECK(tree("a:\n- k:\n  - x\n  l: 2\n") == R"({a: [{k: ["x"], l: "2"}]})");
  CHECK(tree("a:\nb: 1\n") == R"({a: ~, b: "1"})");
  CHECK(tree("a:   # later\n  - k:\n  - k: 1\n") == R"({a: [{k: ~}, {k: "1"}]})");
  CHECK(tree("a:\n  [x,\n  y]\n") == R"({a: ["x", "y"]})");
}

TEST_CASE("yaml: comments, blank lines and one start marker") {
  CHECK(tree("# head\n\n---\n# more\n#\n##\na: 1 # one\n\n  # deeper\nb: a#b ## two\n") ==
        R"({a: "1", b: "a#b"})");
  CHECK(tree("a: x #\nb: y\n") == R"({a: "x", b: "y"})");
  CHECK(fault("a: Group #1\n") == "comment 1:10 1");
  CHECK(fault("#a\nb: 1\n") == "comment 1:1 1");
  CHECK(fault("a: \"x\"#y\n") == "comment 1:7 1");
}

TEST_CASE("yaml: plain scalars are text as it stands") {
  CHECK(tree("a: NO\nb: 014\nc: 12:30:45\nd: -x\ne: a - b\nf: it's\ng: x'\"y\n") ==
        R"({a: "NO", b: "014", c: "12:30:45", d: "-x", e: "a - b", f: "it's", g: "x'"y"})");
  CHECK(tree("a: \xc3\xa9t\xc3\xa9  \n") == "{a: \"\xc3\xa9t\xc3\xa9\"}");
  CHECK(tree("a: an unusually long plain scalar, of more than thirty-two characters\n") ==
        R"({a: "an unusually long plain scalar, of more than thirty-two characters"})");
  CHECK(fault("a: b: c\n") == "plain 1:5 1");
  CHECK(fault("a: b:\n") == "plain 1:5 1");
  CHECK(fault("a: - b\n") == "plain 1:4 3");
  CHECK(fault("a: @b\n") == "plain 1:4 2");
  CHECK(fault("a: ~\n") == "null_word 1:4 1");
  CHECK(fault("a: Null # x\n") == "null_word 1:4 4");
  CHECK(tree("a: nullify\n") == R"({a: "nullify"})");
  CHECK(fault("a: b\n  c\n") == "several_lines 2:3 1");
  CHECK(fault("a:\n  b\n") == "several_lines 2:3 1");
  CHECK(fault("a: b\tc\n") == "tab 1:5 1");
}

TEST_CASE("yaml: quoted scalars close on their line") {
  CHECK(tree("a: 'it''s'\nb: \"x\\\"\\\\\\/\\n\\t\\u00e9\\U0001F600\"\nc: ''\nd: \"\"\n") ==
        "{a: \"it's\", b: \"x\"\\/\\n\\t\xc3\xa9\xf0\x9f\x98\x80\", c: \"\", d: \"\"}");
  CHECK(tree("a: \"#: \" # c\n") == R"({a: "#: "})");
  CHECK(fault("a: \"x\nb: 1\n") == "quote 1:4 1");
  CHECK(fault("a: 'x\n") == "quote 1:4 1");
  CHECK(fault("a: \"x\" y\n") == "quote 1:8 1");
  CHECK(fault("a: \"\\x41\"\n") == "escape 1:5 2");
  CHECK(fault("a: \"\\u00g0\"\n") == "escape 1:5 4");
  CHECK(fault("a: \"\\ud800\"\n") == "escape 1:5 6");
  CHECK(fault("a: \"\\u0000\"\n") == "control_character 1:5 6");
  CHECK(fault("a: \"\\u2028\"\n") == "control_character 1:5 6");
}

TEST_CASE("yaml: block scalars") {
  CHECK(tree("a: |\n  x\n   y\n\n  z\n\nb: 1\n") == R"({a: "x\n y\n\nz\n", b: "1"})");
  CHECK(tree("a: |-\n  x\n\n") == R"({a: "x"})");
  CHECK(tree("a: |+\n  x\n\nb: 1\n") == R"({a: "x\n\n", b: "1"})");
  CHECK(tree("a: >\n  x\n  y\n\n  z\n   w\n  v\n") == R"({a: "x y\nz\n w\nv\n"})");
  CHECK(tree("a: >-\n  x\n  y") == R"({a: "x y"})");
  CHECK(tree("a: |2-\n    x\n") == R"({a: "  x"})");
  CHECK(tree("a:\n  - k: |-1 # note\n      x\n") == R"({a: [{k: " x"}]})");
  CHECK(tree("a:\n  - |1\n    x\n") == R"({a: [" x\n"]})");
  CHECK(tree("a: |\n\n  # x\n  y\n # c\nb: 1\n") == R"({a: "\n# x\ny\n", b: "1"})");
  CHECK(tree("a: |\n  x") == R"({a: "x"})");
  CHECK(tree("a: |\r\n  x\r\n  y\r\n") == R"({a: "x\ny\n"})");
  CHECK(fault("a: |\nb: 1\n") == "block_scalar 1:4 1");
  CHECK(fault("a: |\n") == "block_scalar 1:4 1");
  CHECK(fault("a: >+\n  x\n") == "block_scalar 1:4 2");
  CHECK(fault("a: |0\n  x\n") == "block_scalar 1:5 1");
  CHECK(fault("a: |\n    \n  x\n") == "block_scalar 2:1 4");
  CHECK(fault("a: |\n    x\n  y\n") == "block_scalar 3:3 1");
  CHECK(fault("a: |\n\tx\n") == "tab 2:1 1");
  CHECK(fault("a: | x\n") == "block_scalar 1:6 1");
}

TEST_CASE("yaml: flow collections") {
  CHECK(tree("a: [x, 'y', {k: v, l: [z]}, ]\nb: {}\nc: []\nd: {k: v,}\n") ==
        R"({a: ["x", "y", {k: "v", l: ["z"]}], b: {}, c: [], d: {k: "v"}})");
  CHECK(tree("a: [x, # c\n# d\n\n  y\n  ,z\n ] # e\nb: 1\n") == R"({a: ["x", "y", "z"], b: "1"})");
  CHECK(fault("a: [x, y\nb: 1\n") == "flow 1:4 1");
  CHECK(fault("a: [x, {k: v\n") == "flow 1:8 1");
  CHECK(fault("a: [x,\n]\n") == "flow_shallow 2:1 1");
  CHECK(fault("a: [\nx,\ny]\n") == "flow_shallow 2:1 2");
  CHECK(fault("a: [x,\nb: [y]\n") == "flow 1:4 1");
  CHECK(fault("a: [,]\n") == "flow_item 1:5 1");
  CHECK(fault("a: [x,,y]\n") == "flow_item 1:7 1");
  CHECK(fault("a: [x: y]\n") == "flow_pair 1:6 1");
  CHECK(fault("a: [x:]\n") == "flow_pair 1:6 1");
  CHECK(fault("a: {k}\n") == "flow_value 1:5 1");
  CHECK(fault("a: {k: }\n") == "flow_value 1:5 1");
  CHECK(fault("a: {k:v}\n") == "key 1:5 3");
  CHECK(fault("a: {\"k\": v}\n") == "key 1:5 3");
  CHECK(fault("a: {k: v, k: w}\n") == "duplicate_key 1:11 1");
  CHECK(fault("a: [x\n  y]\n") == "flow_comma 2:3 1");
  CHECK(fault("a: {k:\n  v}\n") == "several_lines 2:3 2");
  CHECK(fault("a: [\"x\" y]\n") == "quote 1:9 2");
  CHECK(fault("a: [x] y\n") == "flow_rest 1:8 1");
  CHECK(fault("a: [x] [y]\n") == "flow_rest 1:8 3");
  CHECK(fault("a: [x]]\n") == "flow_closing 1:7 1");
  CHECK(fault("a: [\"x\" \"y\"]\n") == "flow_comma 1:9 1");
  CHECK(fault("a: {k: v l: w}\n") == "flow_comma 1:10 1");
  CHECK(fault("a:\n  -\n    {k: v}\n") == "flow_below 3:5 1");
  CHECK(fault("a: [x}\n") == "flow_closing 1:6 1");
}

TEST_CASE("yaml: keys stand once, and are simple") {
  CHECK(fault("a: 1\nb: 2\na: 3\n") == "duplicate_key 3:1 1");
  CHECK(fault("a: 1\nconsent\n") == "key 2:1 7");
  CHECK(fault("a:1\n") == "key 1:1 3");
  CHECK(fault("a b: 1\n") == "key 1:1 3");
  CHECK(fault("\"a\": 1\n") == "key 1:1 3");
  CHECK(fault("null: 1\n") == "null_word 1:1 4");
  CHECK(fault(std::string(65, 'k') + ": 1\n") == "key 1:1 65");
  CHECK(fault(std::string(64, 'k') + ": 1\n") == "");
  CHECK(fault("? a\n") == "complex_key 1:1 1");
  CHECK(fault("a: 1\n<<: x\n") == "merge_key 2:1 2");
  CHECK(fault("a: &x 1\n") == "anchor 1:4 4");
  CHECK(fault("a: !!str 1\n") == "tag 1:4 1");
}

TEST_CASE("yaml: a key repeated among very many is found") {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "key" + std::to_string(i) + ": 1\n";
  CHECK(fault(text) == "");
  CHECK(fault(text + "key77: 2\nkey5: 3\nkey5: 4\n") == "duplicate_key 10001:1 5");
}

TEST_CASE("yaml: the frame of a file") {
  CHECK(fault("") == "empty_file 1:1 0");
  CHECK(fault("# only\n\n") == "empty_file 1:1 0");
  CHECK(fault("---\n") == "empty_file 1:1 0");
  CHECK(fault("- a\n") == "top_level 1:1 1");
  CHECK(fault("  a: 1\n") == "top_level 1:3 1");
  CHECK(fault("a: 1\n---\nb: 2\n") == "document_marker 2:1 3");
  CHECK(fault("a: 1\n...\n") == "document_marker 2:1 3");
  CHECK(fault("%YAML 1.2\n---\na: 1\n") == "directive 1:1 9");
  CHECK(fault("a:\n  - - x\n") == "nested_list 2:5 1");
  CHECK(fault("a:\n  -\nb: 1\n") == "plain 2:3 1");
  CHECK(fault("a: \"x\"\n  b: 1\n") == "several_lines 2:3 4");
  CHECK(fault("a:\n  - x\n   - y\n") == "indentation 3:4 3");
  CHECK(fault("a: x\n  - y\n") == "indentation 2:3 3");
  CHECK(fault("a:\n  -x\n") == "dash 2:3 1");
  CHECK(fault("a:\n  - x\n  -y\n") == "dash 3:3 1");
  CHECK(fault("a:\n  b c\n  d: 1\n") == "key 2:3 3");
  CHECK(fault("a:\n  - b c\n    d: 1\n") == "key 2:5 3");
  CHECK(fault("a:\n\tb: 1\n") == "tab 2:1 1");
  CHECK(fault("a:\n    b: 1\n  c: 1\n") == "indentation 3:3 4");
}

TEST_CASE("yaml: bytes that are refused") {
  const auto marked = read(
      "\xef\xbb\xbf"
      "a: 1\n");
  CHECK(marked.tree == R"({a: "1"})");
  CHECK(marked.parsed.warning.problem == rapport::yaml::Problem::byte_order_mark);
  CHECK(fault("a: \xef\xbb\xbf\n") == "control_character 1:4 3");
  CHECK(fault("a: \xff\n") == "encoding 1:4 1");
  CHECK(fault("a: \xc3\n") == "encoding 1:4 1");
  CHECK(fault("a: \xed\xa0\x80\n") == "encoding 1:4 1");
  CHECK(fault("a: \xc0\xaf\n") == "encoding 1:4 1");
  CHECK(fault("a: \xe2\x80\xa8\n") == "control_character 1:4 3");
  CHECK(fault("a: \xc2\x85\n") == "control_character 1:4 2");
  CHECK(fault("a: 1\n# \x1b[0m\n") == "control_character 2:3 1");
  CHECK(fault("a: 1\rb: 2\r") == "control_character 1:5 1");
  CHECK(fault("a: 1\r\nb: 2\n") == "mixed_line_ends 2:5 1");
  CHECK(fault("a: 1\nb: 2\r\n") == "mixed_line_ends 2:5 1");
  CHECK(fault(std::string_view("a: \0\n", 5)) == "control_character 1:4 1");
  CHECK(fault(std::string_view("\xff\xfe"
                               "a\0:\0",
                               6)) == "encoding 1:1 1");
  CHECK(fault(std::string_view("a\0:\0 \0", 6)) == "encoding 1:1 1");
  CHECK(fault("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n") == "conflict_marker 2:1 7");
  CHECK(fault("a: |\n<<<<<<< HEAD\n  x\n") == "conflict_marker 2:1 7");
}

TEST_CASE("yaml: 32 levels, and 256 KiB") {
  const auto nested = [](int levels) {
    std::string text = "a: ";
    text.append(static_cast<std::size_t>(levels), '[')
        .append(static_cast<std::size_t>(levels), ']');
    return text + "\n";
  };
  CHECK(fault(nested(31)) == "");
  CHECK(fault(nested(32)) == "too_deep 1:35 1");
  CHECK(fault("a: " + std::string(1000, '[')) == "too_deep 1:35 1");
  std::string text = "a: " + std::string(rapport::yaml::size_limit - 3, 'x');
  CHECK(fault(text) == "");
  CHECK(fault(text + "x") == "too_large 1:1 0");
}

}  // namespace yaml_parse_test
