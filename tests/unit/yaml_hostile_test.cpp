// The hostile corpus: each file of tests/hostile/yaml with the fault that is expected and its
// place; and what is too large to be kept as a file.
#include "yaml_support.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

namespace yaml_hostile_test {

namespace {

using rapport::yaml::testing::fault;

const std::filesystem::path corpus = RAPPORT_SOURCE_DIR "/tests/hostile/yaml";

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.is_open());
  return {std::istreambuf_iterator<char>(file), {}};
}

/// "problem line:column", or "none 0:0".
std::string outcome(std::string_view text) {
  const std::string found = fault(text);
  return found.empty() ? "none 0:0" : found.substr(0, found.rfind(' '));
}

std::string repeated(std::size_t count, std::string_view part) {
  std::string text;
  text.reserve(count * part.size());
  while (count-- > 0) text += part;
  return text;
}

/// Refused as expected, and at once: no such text may hold up the reading of the others.
void check_quick(std::string_view text, std::string_view expected) {
  const auto start = std::chrono::steady_clock::now();
  CHECK(outcome(text) == expected);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
}

}  // namespace

TEST_CASE("yaml: every file of the hostile corpus has its fault at its place") {
  std::istringstream table(contents(corpus / "expected.tsv"));
  std::string line;
  std::getline(table, line);
  CHECK(line == "file\tproblem\tline\tcolumn");
  std::set<std::string> named = {"expected.tsv", ".gitattributes"};
  while (std::getline(table, line)) {
    std::istringstream row(line);
    std::string file, problem, at, column;
    row >> file >> problem >> at >> column;
    CAPTURE(file);
    CHECK(outcome(contents(corpus / file)) == problem + ' ' + at + ':' + column);
    named.insert(file);
  }
  CHECK(named.size() > 200);
  for (const auto& entry : std::filesystem::directory_iterator(corpus)) {
    CAPTURE(entry.path().string());
    CHECK(named.contains(entry.path().filename().string()));
  }
}

TEST_CASE("yaml: Y18, depth by any means ends at the 33rd level") {
  check_quick("a: " + repeated(10'000, "["), "too_deep 1:35");
  check_quick("a: " + repeated(200'000, "["), "too_deep 1:35");
  check_quick("a: " + repeated(1'000'000, "["), "too_large 1:1");
  check_quick("a: " + repeated(60'000, "{a: "), "too_deep 1:128");
  check_quick("a: " + repeated(100'000, "{a: "), "too_large 1:1");
  check_quick("a:\n" + repeated(100'000, "- "), "nested_list 2:3");
  check_quick("a: " + repeated(100'000, "? "), "complex_key 1:4");
  std::string blocks;
  for (std::size_t i = 0; i < 500; ++i) blocks.append(i, ' ') += "a:\n";
  check_quick(blocks, "too_deep 33:33");
  std::string items = "a:\n";
  for (std::size_t i = 0; i < 100; ++i) items.append(2 * i, ' ') += "- a:\n";
  check_quick(items, "too_deep 17:33");
}

TEST_CASE("yaml: Y19 to Y21, size") {
  check_quick("a: " + std::string(std::size_t{64} << 20, 'x') + "\n", "too_large 1:1");
  check_quick("a: \"" + std::string(std::size_t{16} << 20, 'x') + "\"\n", "too_large 1:1");
  std::string keys;
  for (int i = 0; i < 1'000'000; ++i) (keys += 'k') += std::to_string(i) + ": 1\n";
  check_quick(keys, "too_large 1:1");
  check_quick(keys.substr(0, keys.rfind('\n', rapport::yaml::size_limit - 1) + 1), "none 0:0");
  check_quick(repeated(1 << 19, "- "), "too_large 1:1");
  check_quick(repeated(1 << 17, "- "), "top_level 1:1");
  check_quick(repeated(1 << 16, "? a\n"), "complex_key 1:1");
  check_quick("a: " + repeated(1 << 15, "[a,a,"), "too_deep 1:159");
  check_quick("a: [" + repeated(130'000, "a,") + "]\n", "none 0:0");
}

}  // namespace yaml_hostile_test
