// The order of findings, which must not show by which thread one was found.
#include "rules/engine/order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace rapport;

namespace {

std::string text(const std::vector<value::Finding>& findings) {
  std::string all;
  for (const auto& finding : findings) {
    all += std::string(finding.path) + ": " + std::string(finding.rule) + ": " + finding.message;
    for (const auto& note : finding.notes) all += "; " + note.text;
    all += "; " + finding.help + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("order: findings of one place stand in one order, whichever came first") {
  value::Source source;
  source.path = "a.yaml";
  const auto finding = [&](std::string_view rule, std::string message, std::string note,
                           std::string help) {
    value::Finding made{.rule = rule, .place = {&source, 5, 1}, .path = source.path};
    made.message = std::move(message);
    return made.note({&source, 9, 1}, std::move(note)).fix(std::move(help));
  };
  std::vector<value::Finding> findings{finding("keep-apart", "one", "ends here", "mend it"),
                                       finding("keep-apart", "two", "begins here", "mend it"),
                                       finding("key", "one", "begins here", "mend it"),
                                       finding("key", "three", "begins here", "mend it")};
  const std::vector<std::size_t> start{0, 1, 2, 3};
  for (auto order = start; std::ranges::next_permutation(order).found;) {
    std::vector<value::Finding> shuffled;
    for (const auto i : order) shuffled.push_back(findings[i]);
    rules::put_in_order(shuffled);
    CHECK(text(shuffled) ==
          "a.yaml: keep-apart: one; ends here; mend it\n"
          "a.yaml: keep-apart: two; begins here; mend it\n"
          "a.yaml: key: one; begins here; mend it\n"
          "a.yaml: key: three; begins here; mend it\n");
  }
  // What is said twice is one finding, with what each of them notes in its order.
  for (const bool other : {false, true}) {
    std::vector<value::Finding> twice{finding("key", "one", "first", "a remedy"),
                                      finding("key", "one", "second", "another")};
    if (other) std::swap(twice[0], twice[1]);
    rules::put_in_order(twice);
    CHECK(text(twice) == "a.yaml: key: one; first; second; a remedy\n");
    std::vector<value::Finding> helped{finding("key", "one", "first", "b"),
                                       finding("key", "one", "first", "a")};
    if (other) std::swap(helped[0], helped[1]);
    rules::put_in_order(helped);
    CHECK(text(helped) == "a.yaml: key: one; first; a\n");
  }
}
