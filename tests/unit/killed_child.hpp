// A child that is killed, by the signal that nothing can catch, just before a call of the kernel
// that changes the disk: the first, the second, any.
#pragma once

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rapport::test {

/// From here on each call that changes the disk stops this process for who traces it.
inline bool stop_at_writes() {
  std::vector<sock_filter> program;
  const auto trace = [&](long call) {
    program.push_back({BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)});
    program.push_back({BPF_JMP | BPF_JEQ | BPF_K, 0, 1, static_cast<std::uint32_t>(call)});
    program.push_back({BPF_RET | BPF_K, 0, 0, SECCOMP_RET_TRACE});
  };
  for (const long call : {SYS_write, SYS_fsync, SYS_fchmod, SYS_fchown, SYS_renameat2, SYS_linkat,
                          SYS_unlinkat, SYS_mkdirat})
    trace(call);
#ifdef SYS_mkdir
  for (const long call : {SYS_mkdir, SYS_unlink, SYS_rename, SYS_link}) trace(call);
#endif
  // Opening only where it may create.
  program.push_back({BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)});
  program.push_back({BPF_JMP | BPF_JEQ | BPF_K, 0, 3, SYS_openat});
  program.push_back({BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, args[2])});
  program.push_back({BPF_JMP | BPF_JSET | BPF_K, 0, 1, O_CREAT});
  program.push_back({BPF_RET | BPF_K, 0, 0, SECCOMP_RET_TRACE});
  program.push_back({BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW});
  const sock_fprog all{static_cast<unsigned short>(program.size()), program.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all) == 0;
}

enum class ChildEnd { finished, failed, killed, not_possible };

/// A child that does `what`, which returns whether it went well, and is killed before its call
/// number `count` (from 1) that changes the disk.
template <class Do>
ChildEnd killed_before(int count, Do what) {
  const pid_t child = fork();
  if (child == 0) {
    if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) _exit(2);
    raise(SIGSTOP);
    if (!stop_at_writes()) _exit(2);
    _exit(what() ? 0 : 1);
  }
  int state = 0;
  if (child < 0 || waitpid(child, &state, 0) != child) return ChildEnd::not_possible;
  if (WIFSTOPPED(state)) {
    constexpr auto options = PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL;
    ptrace(PTRACE_SETOPTIONS, child, nullptr, reinterpret_cast<void*>(options));
    ptrace(PTRACE_CONT, child, nullptr, nullptr);
  }
  while (waitpid(child, &state, 0) == child && WIFSTOPPED(state)) {
    const bool is_call = state >> 8 == (SIGTRAP | (PTRACE_EVENT_SECCOMP << 8));
    if (is_call && --count == 0) kill(child, SIGKILL);
    const long signal = is_call ? 0 : WSTOPSIG(state);
    ptrace(PTRACE_CONT, child, nullptr, reinterpret_cast<void*>(signal));
  }
  if (WIFSIGNALED(state)) return ChildEnd::killed;
  const int status = WEXITSTATUS(state);
  return status == 0 ? ChildEnd::finished : status == 1 ? ChildEnd::failed : ChildEnd::not_possible;
}

}  // namespace rapport::test
