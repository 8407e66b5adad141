#include "base/fast_equal.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <unordered_set>

namespace base_text_test {

using namespace rapport::base;
using Parts = std::vector<std::string_view>;

TEST_CASE("same: of every length, told apart at every place") {
  const std::string text = "0123456789abcdefghijklmnopqrstuv";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const std::string one = text.substr(0, size);
    CHECK(fast_equal(one, std::string(one)));
    CHECK_FALSE(fast_equal(one, one + "x"));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = one;
      other[at] = '~';
      CHECK_FALSE(fast_equal(one, other));
    }
  }
}

TEST_CASE("text: one is counted without an s") {
  CHECK(counted(1, "record") == "1 record");
  CHECK(counted(0, "record") == "0 records");
  CHECK(counted(2, "reply", "replies") == "2 replies");
  CHECK(counted(1, "reply", "replies") == "1 reply");
}

TEST_CASE("text: split keeps empty parts, lines takes line ends off") {
  CHECK(split("a,,b", ',') == Parts{"a", "", "b"});
  CHECK(split("", ',') == Parts{""});
  CHECK(lines("a\r\nb\n\nc\n") == Parts{"a", "b", "", "c"});
  CHECK(lines("").empty());
}

TEST_CASE("text: trim, join and replace") {
  CHECK(trim(" \ta b\r\n") == "a b");
  CHECK(trim(" \n").empty());
  CHECK(join(Parts{"a", "b", "c"}, ", ") == "a, b, c");
  CHECK(join(Parts{}, ", ").empty());
  CHECK(replace_all("aXXbX", "X", "XX") == "aXXXXbXX");
  CHECK(replace_all("abc", "", "x") == "abc");
  CHECK(lower_ascii("ÀB") == "Àb");
  CHECK(upper_ascii("hnd") == "HND");
}

TEST_CASE("hash: is the same at compile time, and differs for near texts") {
  constexpr auto early = hash("hrd-k7m2qx-long-enough");
  std::string late = "hrd-k7m2qx-";
  late += "long-enough";
  CHECK(hash(late) == early);
  CHECK(hash("") != 0);
  std::unordered_set<std::uint64_t> seen;
  for (int i = 0; i < 200000; ++i) seen.insert(hash("p-" + std::to_string(i)));
  CHECK(seen.size() == 200000);
}

}  // namespace base_text_test
