// The shipped reference data is inside the program, whole, and without a parse.
#include "reference/shipped.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace reference_shipped_test {

using namespace rapport;

TEST_CASE("reference: the shipped files are in the program, sorted by name") {
  const auto files = reference::shipped_files();
  REQUIRE(files.size() >= 11);
  CHECK(std::ranges::is_sorted(files, {}, &base::Embedded::name));
  for (const auto& file : files) {
    CHECK(file.text.starts_with("# "));
    CHECK(file.text.ends_with("\n"));
  }
  CHECK(reference::shipped("states").find("\n  - code: HND\n") != std::string_view::npos);
}

}  // namespace reference_shipped_test
