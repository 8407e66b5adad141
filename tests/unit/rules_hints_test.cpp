// Hints look at few of the ids there are; they must be those that a look at every one gives.
#include "base/nearest.hpp"
#include "rules_repository.hpp"
#include "scratch.hpp"

#include <fmt/format.h>

using namespace rapport;

TEST_CASE("hints: the nearest id is the one that a look at all of them finds") {
  const test::Scratch scratch;
  scratch.write("rapport.yaml", "mandate: sr-human-rights-defenders\nname: Office\n");
  const std::string_view parts[] = {"agua", "viva", "rio", "norte", "0101", "dam-dam", "valle"};
  std::vector<std::string> ids;
  for (const auto first : parts)
    for (const auto second : parts) ids.push_back(fmt::format("{}-{}", first, second));
  std::ranges::sort(ids);
  const std::vector<std::string_view> known(ids.begin(), ids.end());

  std::size_t slips = 0;
  std::string expected;
  for (const auto& id : ids) {
    std::string slip = id;
    if (slips % 3 == 0) std::swap(slip[1], slip[2]);
    if (slips % 3 != 1) slip.erase(slip.size() / 2, 1);
    slip += slips % 2 == 0 ? "" : "zz";
    if (std::ranges::count(ids, slip) != 0) slip += "-x";
    scratch.write("partners/others/" + id + ".yaml",
                  fmt::format("kind: other\nname: Body {}\nkeep_apart: [{}]\n", id, slip));
    const auto near = base::nearest(slip, known);
    expected += near.empty() ? "  help: add the record, or correct the id\n"
                             : fmt::format("  help: write '{}', or add the record\n", near);
    ++slips;
  }
  REQUIRE(slips > 30);
  const tests::CheckedRepository checked(scratch.path(), {}, 2, true, {"dangling-reference"});
  std::string found;
  for (const auto& finding : checked.findings()) found += "  help: " + finding.help + "\n";
  CHECK(found == expected);
}
