// A system that refuses a call, as some file systems do: for a child of the test, which ends with
// what it found.
#pragma once

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace rapport::test {

/// One call of the kernel that fails: any, or only one with `value` for its argument `argument`.
struct Refused {
  long call;
  int error;
  int argument = -1;
  std::uint32_t value = 0;
};

/// From here on in this process. False where the system has no such filters.
inline bool refuse(std::initializer_list<Refused> calls) {
  const auto load = [](std::size_t offset) {
    return sock_filter{BPF_LD | BPF_W | BPF_ABS, 0, 0, static_cast<std::uint32_t>(offset)};
  };
  std::vector<sock_filter> program;
  for (const Refused& each : calls) {
    const bool any = each.argument < 0;
    program.push_back(load(offsetof(seccomp_data, nr)));
    program.push_back({BPF_JMP | BPF_JEQ | BPF_K, 0, static_cast<std::uint8_t>(any ? 1 : 3),
                       static_cast<std::uint32_t>(each.call)});
    if (!any) {
      program.push_back(load(offsetof(seccomp_data, args) +
                             sizeof(std::uint64_t) * static_cast<std::size_t>(each.argument)));
      program.push_back({BPF_JMP | BPF_JEQ | BPF_K, 0, 1, each.value});
    }
    program.push_back(
        {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | static_cast<std::uint32_t>(each.error)});
  }
  program.push_back({BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW});
  const sock_fprog all{static_cast<unsigned short>(program.size()), program.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all) == 0;
}

/// The status with which a child ends that does `what`: what it returns.
template <class Do>
int in_child(Do what) {
  const pid_t child = fork();
  if (child == 0) _exit(what());
  int state = 0;
  return child > 0 && waitpid(child, &state, 0) == child && WIFEXITED(state) ? WEXITSTATUS(state)
                                                                             : -1;
}

}  // namespace rapport::test
