#include "cli/watch.hpp"

#include "base/descriptor.hpp"
#include "cli/messages.hpp"
#include "cli/session.hpp"
#include "cli/stream.hpp"
#include "store/file_watch.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;

/// An editor writes a file in several steps, and git many files: the run waits until they are done.
constexpr int quiet_milliseconds = 50;

/// Keys come one by one, and are not shown; as it was before when this ends.
class Keys {
 public:
  Keys() {
    is_terminal_ = ::tcgetattr(STDIN_FILENO, &before_) == 0;
    if (!is_terminal_) return;
    termios one_by_one = before_;
    one_by_one.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &one_by_one);
  }
  ~Keys() {
    if (is_terminal_) ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
  }
  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;

  /// What was typed so far has a q. At the end of what is not a terminal no more will come.
  bool want_end() {
    std::array<char, 256> typed{};
    const ssize_t size = ::read(STDIN_FILENO, typed.data(), typed.size());
    if (size <= 0) are_over_ = true;
    return size > 0 && std::memchr(typed.data(), 'q', static_cast<std::size_t>(size)) != nullptr;
  }
  bool are_over() const { return are_over_; }

 private:
  termios before_{};
  bool is_terminal_ = false;
  bool are_over_ = false;
};

/// Signals to end come as something to read, so that the terminal is put back first.
class Signals {
 public:
  Signals() {
    sigemptyset(&ends_);
    for (const int each : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&ends_, each);
    sigprocmask(SIG_BLOCK, &ends_, &before_);
    file_ = base::Descriptor(::signalfd(-1, &ends_, SFD_CLOEXEC | SFD_NONBLOCK));
  }
  ~Signals() {
    signalfd_siginfo taken{};
    while (::read(file_.number(), &taken, sizeof taken) > 0) continue;
    allow();
  }
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  int file() const { return file_.number(); }
  void allow() { sigprocmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t ends_{};
  sigset_t before_{};
  base::Descriptor file_;
};

[[noreturn]] void run_alone(const Session& session,
                            const std::function<base::Result<Exit>(Session&)>& once) {
  GlobalOptions globals = session.globals();
  globals.no_pager = true;
  Session own(globals, session.commands());
  const auto opened = own.open(Needs::root);
  const auto result = opened ? once(own) : base::Result<Exit>(opened.failure());
  if (!result) print(result.failure(), own.terminal().err_color);
  ::_exit(result ? 0 : exit_status(result.failure().kind));
}

base::Done run_once(const Session& session, Signals& signals,
                    const std::function<base::Result<Exit>(Session&)>& once) {
  const pid_t process = ::fork();
  if (process < 0)
    return Failure{Failing::environment,
                   fmt::format("cannot start a process: {}", std::strerror(errno))};
  if (process == 0) {
    signals.allow();
    run_alone(session, once);
  }
  int state = 0;
  while (::waitpid(process, &state, 0) < 0 && errno == EINTR) continue;
  return base::done();
}

/// True when there is a change, false when it is to end.
bool wait_for_change(store::FileWatch& file_watch, Keys& keys, const Signals& signals) {
  bool is_changed = false;
  for (;;) {
    std::array<pollfd, 4> files = {{{file_watch.file(), POLLIN, 0},
                                    {signals.file(), POLLIN, 0},
                                    {standard_output(), 0, 0},
                                    {keys.are_over() ? -1 : STDIN_FILENO, POLLIN, 0}}};
    const int limit = is_changed              ? quiet_milliseconds
                      : file_watch.file() < 0 ? store::FileWatch::interval
                                              : -1;
    const int ready = ::poll(files.data(), files.size(), limit);
    if (ready < 0 && errno != EINTR) return false;
    if (files[1].revents != 0 || (files[2].revents & (POLLERR | POLLNVAL)) != 0) return false;
    if (files[3].revents != 0 && keys.want_end()) return false;
    const bool more = (files[0].revents != 0 || file_watch.file() < 0) && file_watch.has_changed();
    if (is_changed && !more && ready == 0) return true;
    is_changed = is_changed || more;
  }
}

}  // namespace

base::Result<Exit> watch(Session& session,
                         const std::function<base::Result<Exit>(Session&)>& once) {
  if (!session.globals().output.empty())
    return Failure{Failing::usage, "--watch prints again and again, and --output is one file",
                   "leave out --output"};
  store::FileWatch file_watch(session.root());
  Signals signals;
  Keys keys;
  for (;;) {
    if (session.terminal().out_is_terminal) clear_screen();
    if (auto ran = run_once(session, signals, once); !ran) return ran.failure();
    if (session.terminal().err_is_terminal) session.note("watching for changes: q ends it");
    if (!wait_for_change(file_watch, keys, signals)) return Exit::fine;
  }
}

}  // namespace rapport::cli
