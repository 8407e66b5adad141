// The differences of two texts: what `diff -u` prints, and, for texts at random, no more changes
// than are needed and a patch that makes the one text of the other.
#include "base/line_diff.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace base_line_diff_test {

using rapport::base::unified_diff;

namespace {

std::string changes(std::string_view before, std::string_view after) {
  return unified_diff("a", "b", before, after);
}

/// Lines of one small letter each, the last perhaps without a line end.
std::string random_text(std::mt19937& random) {
  std::string text;
  const std::size_t lines = random() % 12;
  for (std::size_t i = 0; i < lines; ++i) {
    text += static_cast<char>('a' + random() % 3);
    text += '\n';
  }
  if (lines > 0 && random() % 4 == 0) text.pop_back();
  return text;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// How many lines are not in the longest common subsequence.
std::size_t fewest_changes(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::vector<std::size_t>> common(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t k = 0; k < b.size(); ++k)
      common[i + 1][k + 1] =
          a[i] == b[k] ? common[i][k] + 1 : std::max(common[i][k + 1], common[i + 1][k]);
  return a.size() + b.size() - 2 * common[a.size()][b.size()];
}

struct Applied {
  std::string text;
  std::size_t changes = 0;
  bool fits = true;
};

/// What a patch program makes of `before`.
Applied apply_diff(std::string_view before, std::string_view diff) {
  const auto lines = split(before);
  Applied applied;
  std::size_t at = 0;
  auto patch = split(diff);
  for (std::size_t i = 2; i < patch.size(); ++i) {
    std::string line = patch[i];
    if (line.starts_with("@@")) {
      const auto start = static_cast<std::size_t>(std::stoul(line.substr(4)));
      const bool is_none = line.substr(0, line.find(" +")).ends_with(",0");
      const std::size_t first = is_none ? start : start - 1;
      while (at < first) applied.text += lines[at++];
      continue;
    }
    if (i + 1 < patch.size() && patch[i + 1].starts_with('\\')) {
      line.pop_back();
      ++i;
    }
    const std::string text = line.substr(1);
    if (line[0] != ' ') ++applied.changes;
    if (line[0] != '+') applied.fits = applied.fits && at < lines.size() && lines[at++] == text;
    if (line[0] != '-') applied.text += text;
  }
  while (at < lines.size()) applied.text += lines[at++];
  return applied;
}

}  // namespace

TEST_CASE("unified diff: as diff -u prints it") {
  CHECK(changes("a\n", "a\n").empty());
  CHECK(changes("a\nb\nc\n", "a\nx\nc\n") == "--- a\n+++ b\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n");
  CHECK(changes("", "x\n") == "--- a\n+++ b\n@@ -0,0 +1 @@\n+x\n");
  CHECK(changes("x\n", "") == "--- a\n+++ b\n@@ -1 +0,0 @@\n-x\n");
  CHECK(changes("1\n2\n3\n4\n5\n", "1\n2\n3\n4\n5\n6\n") ==
        "--- a\n+++ b\n@@ -3,3 +3,4 @@\n 3\n 4\n 5\n+6\n");
}

TEST_CASE("unified diff: hunks are joined where they would touch") {
  CHECK(changes("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n") ==
        "--- a\n+++ b\n@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n");
  CHECK(changes("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n") ==
        "--- a\n+++ b\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n");
}

TEST_CASE("unified diff: a last line without an end says so") {
  CHECK(changes("a", "a\n") == "--- a\n+++ b\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
  CHECK(changes("a\nb", "c\nb") ==
        "--- a\n+++ b\n@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n");
}

TEST_CASE("unified diff: of equal lines the lowest are taken") {
  CHECK(changes("- a\n  b\n- c\n  b\n", "- a\n  b\n- a\n  b\n- c\n  b\n") ==
        "--- a\n+++ b\n@@ -1,4 +1,6 @@\n - a\n   b\n+- a\n+  b\n - c\n   b\n");
  CHECK(changes("x\nx\ny\n", "x\ny\n") == "--- a\n+++ b\n@@ -1,3 +1,2 @@\n x\n-x\n y\n");
}

TEST_CASE("unified diff: texts that have nothing in common are one change") {
  std::string before;
  std::string after;
  for (int i = 0; i < 3000; ++i) {
    before += std::to_string(i) + " a\n";
    after += std::to_string(i) + " b\n";
  }
  const std::string diff = changes(before, after);
  CHECK(diff.starts_with("--- a\n+++ b\n@@ -1,3000 +1,3000 @@\n-0 a\n-1 a\n"));
  CHECK(diff.ends_with("+2998 b\n+2999 b\n"));
}

TEST_CASE("unified diff: the fewest changes, and they make the other text") {
  std::mt19937 random(7);
  std::size_t wrong = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string before = random_text(random);
    const std::string after = random_text(random);
    const Applied applied = apply_diff(before, changes(before, after));
    const bool is_right = applied.fits && applied.text == after &&
                          applied.changes == fewest_changes(split(before), split(after));
    if (is_right) continue;
    ++wrong;
    INFO(changes(before, after));
    CHECK(wrong == 0);
    if (wrong > 3) break;
  }
  CHECK(wrong == 0);
}

}  // namespace base_line_diff_test
