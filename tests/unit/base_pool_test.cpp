#include "base/parallel_for.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace base_pool_test {

using rapport::base::ParallelFor;

TEST_CASE("pool: everything is done once, whatever the number of threads") {
  for (const unsigned threads : {1U, 2U, 7U}) {
    const ParallelFor pool(threads);
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
  ParallelFor(4).run(0, [&](unsigned, std::size_t, std::size_t) { ++calls; });
  CHECK(calls == 0);
  CHECK(ParallelFor().threads() >= 1);
}

TEST_CASE("pool: an exception of a worker comes out at the caller") {
  CHECK_THROWS_AS(ParallelFor(3).run(10000,
                                     [](unsigned, std::size_t begin, std::size_t) {
                                       if (begin >= 512) throw std::runtime_error("broken");
                                     }),
                  std::runtime_error);
}

#ifndef RAPPORT_SANITIZED  // its allocator takes more memory than any limit would leave
TEST_CASE("pool: where no more threads can be had, those there are do the work") {
  const pid_t child = ::fork();
  if (child == 0) {
    rlimit none{};
    ::getrlimit(RLIMIT_AS, &none);
    none.rlim_cur = 1;  // no thread gets a stack any more
    ::setrlimit(RLIMIT_AS, &none);
    std::atomic<int> done{0};
    ParallelFor(8).run(
        64,
        [&](unsigned, std::size_t begin, std::size_t end) {
          done += static_cast<int>(end - begin);
        },
        1);
    ::_exit(done == 64 ? 0 : 1);
  }
  int state = 0;
  REQUIRE(::waitpid(child, &state, 0) == child);
  CHECK(WIFEXITED(state));
  CHECK(WEXITSTATUS(state) == 0);
}
#endif

}  // namespace base_pool_test
