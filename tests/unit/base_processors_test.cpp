#include "base/processors.hpp"
#include "scratch.hpp"

#include <doctest/doctest.h>
#include <sched.h>

namespace base_processors_test {

using rapport::base::default_threads;
using rapport::base::processors_of_groups;
using rapport::test::Scratch;

TEST_CASE("processors: a control group gives part of the machine, rounded up") {
  const Scratch second;
  CHECK(processors_of_groups(second.path()) == 0);
  second.write("proc/self/cgroup", "0::/user.slice/office\n");
  second.write("sys/fs/cgroup/user.slice/office/cpu.max", "max 100000\n");
  CHECK(processors_of_groups(second.path()) == 0);
  second.write("sys/fs/cgroup/user.slice/office/cpu.max", "250000 100000\n");
  CHECK(processors_of_groups(second.path()) == 3);
  second.write("sys/fs/cgroup/user.slice/cpu.max", "150000 100000\n");
  CHECK(processors_of_groups(second.path()) == 2);

  const Scratch first;
  first.write("proc/self/cgroup", "4:cpuset:/\n3:cpu,cpuacct:/box\n2:name=systemd:/\n0::/\n");
  first.write("sys/fs/cgroup/cpu/box/cpu.cfs_quota_us", "-1\n");
  first.write("sys/fs/cgroup/cpu/box/cpu.cfs_period_us", "100000\n");
  CHECK(processors_of_groups(first.path()) == 0);
  first.write("sys/fs/cgroup/cpu/box/cpu.cfs_quota_us", "50000\n");
  CHECK(processors_of_groups(first.path()) == 1);
}

TEST_CASE("processors: in a container the groups above its own are not there") {
  const Scratch scratch;
  scratch.write("proc/self/cgroup", "0::/docker/4711\n");
  scratch.write("sys/fs/cgroup/cpu.max", "400000 100000\n");
  CHECK(processors_of_groups(scratch.path()) == 4);
}

TEST_CASE("processors: what cannot be understood sets no limit") {
  const Scratch scratch;
  for (const char* text : {"", "\n", "0", "0::", ":::", "0::office\n"}) {
    scratch.write("proc/self/cgroup", text);
    CHECK(processors_of_groups(scratch.path()) == 0);
  }
  scratch.write("proc/self/cgroup", "0::/\n");
  for (const char* text : {"", "max", "0 0", "-1 -1", "100000 0", "100000", "x y"}) {
    scratch.write("sys/fs/cgroup/cpu.max", text);
    CHECK(processors_of_groups(scratch.path()) == 0);
  }
}

TEST_CASE("processors: never more threads than 8, nor than the process is bound to") {
  cpu_set_t bound;
  REQUIRE(sched_getaffinity(0, sizeof bound, &bound) == 0);
  CHECK(default_threads() >= 1);
  CHECK(default_threads() <= 8);
  CHECK(default_threads() <= static_cast<unsigned>(CPU_COUNT(&bound)));
}

}  // namespace base_processors_test
