#include "base/pool.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace base_pool_test {

using rapport::base::Pool;

TEST_CASE("pool: everything is done once, whatever the number of threads") {
  for (const unsigned threads : {1U, 2U, 7U}) {
    const Pool pool(threads);
    std::vector<std::atomic<int>> times(1000);
    std::atomic<bool> known{true};
    pool.run(times.size(), [&](unsigned thread, std::size_t begin, std::size_t end) {
      if (thread >= threads) known = false;
      for (std::size_t i = begin; i < end; ++i) ++times[i];
    });
    CHECK(known);
    for (const auto& each : times) REQUIRE(each == 1);
  }
}

TEST_CASE("pool: nothing to do is done at once") {
  int calls = 0;
  Pool(4).run(0, [&](unsigned, std::size_t, std::size_t) { ++calls; });
  CHECK(calls == 0);
  CHECK(Pool().threads() >= 1);
}

TEST_CASE("pool: an exception of a worker comes out at the caller") {
  CHECK_THROWS_AS(Pool(3).run(10000,
                              [](unsigned, std::size_t begin, std::size_t) {
                                if (begin >= 512) throw std::runtime_error("broken");
                              }),
                  std::runtime_error);
}

}  // namespace base_pool_test
