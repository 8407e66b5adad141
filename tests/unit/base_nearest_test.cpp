#include "base/nearest.hpp"

#include <doctest/doctest.h>

#include <array>

namespace base_nearest_test {

using rapport::base::nearest;

namespace {
constexpr auto fields = std::to_array<std::string_view>(
    {"country", "county", "kind", "name", "national_staff", "themes", "consent", "contacts"});
}

TEST_CASE("nearest: slips of the finger are found") {
  CHECK(nearest("contry", fields) == "country");
  CHECK(nearest("cuontry", fields) == "country");
  CHECK(nearest("nmae", fields) == "name");
  CHECK(nearest("Country", fields) == "country");
  CHECK(nearest("national-staf", fields) == "national_staff");
  CHECK(nearest("thèmes", fields) == "themes");
  CHECK(nearest("kinds", fields) == "kind");
}

TEST_CASE("nearest: of two as close, the longer common beginning wins") {
  constexpr auto words = std::to_array<std::string_view>({"bat-one", "cat-two", "cat-one"});
  CHECK(nearest("cat-onx", words) == "cat-one");
  CHECK(nearest("eat-one", words) == "bat-one");
}

TEST_CASE("nearest: something else entirely is no hint") {
  CHECK(nearest("zebra", fields).empty());
  CHECK(nearest("", fields).empty());
  CHECK(nearest(std::string(200, 'a'), fields).empty());
}

TEST_CASE("nearest: two letters must be the same but for case") {
  constexpr auto codes = std::to_array<std::string_view>({"en", "fr"});
  CHECK(nearest("FR", codes) == "fr");
  CHECK(nearest("fe", codes).empty());
}

TEST_CASE("nearest: a word of 64 letters uses the whole machine word") {
  const std::string word = std::string(63, 'x') + "y";
  const std::string known = std::string(64, 'x');
  const std::array<std::string_view, 1> list{known};
  CHECK(nearest(word, list) == known);
}

}  // namespace base_nearest_test
