#include "base/clock.hpp"
#include "base/digest.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

namespace base_clock_test {

using namespace rapport::base;
using namespace std::chrono_literals;

namespace {

struct Epoch {
  explicit Epoch(const char* value) { setenv("SOURCE_DATE_EPOCH", value, 1); }
  ~Epoch() { unsetenv("SOURCE_DATE_EPOCH"); }
};

}  // namespace

TEST_CASE("clock: a given day wins, then SOURCE_DATE_EPOCH") {
  const Epoch epoch("1767225600");
  CHECK(*today("2015-07-31") == 2015y / 7 / 31);
  CHECK(*today("") == 2026y / 1 / 1);
  CHECK(*now() == std::chrono::sys_days(2026y / 1 / 1));
}

TEST_CASE("clock: what is no day is refused, not guessed") {
  for (const char* text : {"2015", "2015-02-30", "2015-7-1", "31.07.2015", "-015-07-31", "x"})
    CHECK_FALSE(today(text));
  CHECK(today("2015-02-30").failure().what == "'2015-02-30' is not a day");
}

TEST_CASE("clock: a broken SOURCE_DATE_EPOCH is a failure, not today") {
  const Epoch epoch("soon");
  CHECK_FALSE(now());
  CHECK_FALSE(today(""));
  CHECK(now().failure().what == "SOURCE_DATE_EPOCH is 'soon', not a number of seconds");
}

TEST_CASE("digest: BLAKE2b of \"abc\" as in RFC 7693, appendix A") {
  CHECK(blake2b("abc", 64) ==
        "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
        "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
  CHECK(blake2b_256("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

}  // namespace base_clock_test
