#include "base/process.hpp"

#include "base/descriptor.hpp"
#include "base/text.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <pthread.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <optional>
#include <thread>

namespace rapport::base {
namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
  Descriptor read;
  Descriptor write;
};

std::optional<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A write to a program that has stopped reading must come back as an error, not end us. Only this
/// thread is concerned, and a signal that came meanwhile is taken off again.
class WithoutPipeSignal {
 public:
  WithoutPipeSignal() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  WithoutPipeSignal(const WithoutPipeSignal&) = delete;
  WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;
  ~WithoutPipeSignal() {
    if (sigismember(&before_, SIGPIPE) == 1) return;
    const timespec none{};
    while (sigtimedwait(&pipe_, nullptr, &none) == SIGPIPE) continue;
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t pipe_{};
  sigset_t before_{};
};

/// Only its absolute directories: what we start must not find a program where it happens to run.
std::string absolute_path(std::string_view path) {
  std::vector<std::string_view> kept;
  for (const auto directory : split(path, ':'))
    if (directory.starts_with('/')) kept.push_back(directory);
  return join(kept, ":");
}

std::vector<std::string> clean_environment(const std::vector<std::string>& added) {
  constexpr auto kept =
      std::to_array<const char*>({"HOME", "USER", "LOGNAME", "TERM", "TMPDIR", "XDG_CONFIG_HOME",
                                  "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CACHE_HOME"});
  std::vector<std::string> environment;
  for (const char* name : kept)
    if (const char* value = std::getenv(name))
      environment.push_back(fmt::format("{}={}", name, value));
  if (const char* path = std::getenv("PATH")) environment.push_back("PATH=" + absolute_path(path));
  environment.emplace_back("LC_ALL=C.UTF-8");
  environment.insert(environment.end(), added.begin(), added.end());
  return environment;
}

/// How the new process differs from ours: own signals, own group, its three streams, its directory.
class Setting {
 public:
  Setting(const Command& command, const Pipe* streams) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
    sigset_t none{}, pipe{};
    sigemptyset(&none);
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    sigaddset(&pipe, SIGXFSZ);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &pipe);
    posix_spawnattr_setflags(
        &attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    posix_spawn_file_actions_adddup2(&actions_, streams[0].read.number(), 0);
    posix_spawn_file_actions_adddup2(&actions_, streams[1].write.number(), 1);
    posix_spawn_file_actions_adddup2(&actions_, streams[2].write.number(), 2);
    if (!command.directory.empty())
      posix_spawn_file_actions_addchdir_np(&actions_, command.directory.c_str());
  }
  Setting(const Setting&) = delete;
  Setting& operator=(const Setting&) = delete;
  ~Setting() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  /// 0, or the error.
  int start(pid_t& process, const Command& command, const std::string& program) const {
    std::vector<std::string> texts = command.argv;
    std::vector<std::string> environment = clean_environment(command.environment);
    return ::posix_spawn(&process, program.c_str(), &actions_, &attributes_, pointers(texts).data(),
                         pointers(environment).data());
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// Our side of the three pipes.
class Exchange {
 public:
  Exchange(std::string_view input, Pipe* streams)
      : input_(input),
        ends_{std::move(streams[0].write), std::move(streams[1].read), std::move(streams[2].read)} {
    for (auto& end : ends_) ::fcntl(end.number(), F_SETFL, O_NONBLOCK);
    if (input_.empty()) ends_[0].close();
  }

  /// Until the program has closed its outputs. False when the time was up before.
  bool finish(std::optional<Clock::time_point> deadline, std::string& out, std::string& err) {
    const WithoutPipeSignal guard;
    while (ends_[1] || ends_[2]) {
      std::array<pollfd, 3> waiting{};
      for (std::size_t i = 0; i < ends_.size(); ++i)
        waiting[i] = {ends_[i].number(), static_cast<short>(i == 0 ? POLLOUT : POLLIN), 0};
      int patience = -1;
      if (deadline) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now());
        if (left.count() <= 0) return false;
        patience = static_cast<int>(std::min<std::int64_t>(left.count(), 1000));
      }
      if (::poll(waiting.data(), waiting.size(), patience) < 0 && errno != EINTR) return true;
      if (waiting[0].revents != 0) feed();
      if (waiting[1].revents != 0) drain(ends_[1], out);
      if (waiting[2].revents != 0) drain(ends_[2], err);
    }
    return true;
  }

 private:
  static bool is_for_later(int error) { return error == EAGAIN || error == EINTR; }

  void feed() {
    const ssize_t written = ::write(ends_[0].number(), input_.data(), input_.size());
    if (written < 0 && is_for_later(errno)) return;
    if (written < 0) input_ = {};  // it does not want the rest
    if (written > 0) input_.remove_prefix(static_cast<std::size_t>(written));
    if (input_.empty()) ends_[0].close();
  }

  static void drain(Descriptor& end, std::string& text) {
    std::array<char, 65536> block;
    const ssize_t got = ::read(end.number(), block.data(), block.size());
    if (got > 0) text.append(block.data(), static_cast<std::size_t>(got));
    if (got == 0 || (got < 0 && !is_for_later(errno))) end.close();
  }

  std::string_view input_;
  std::array<Descriptor, 3> ends_;
};

/// A program that has closed its outputs may still go on. There is no way to wait for it and for
/// the time at once, so that it is asked again and again, less and less often.
bool has_ended(pid_t process, Clock::time_point deadline, int& state) {
  auto pause = std::chrono::milliseconds(1);
  for (;;) {
    const pid_t ended = ::waitpid(process, &state, WNOHANG);
    if (ended > 0 || (ended < 0 && errno != EINTR)) return true;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return false;
    std::this_thread::sleep_for(std::min(pause, left));
    pause = std::min(2 * pause, std::chrono::milliseconds(50));
  }
}

void wait_for(pid_t process, std::optional<Clock::time_point> deadline, Finished& finished) {
  int state = 0;
  bool ended = false;
  if (deadline && !finished.out_of_time) {
    ended = has_ended(process, *deadline, state);
    finished.out_of_time = !ended;
  }
  if (finished.out_of_time) ::kill(-process, SIGKILL);
  while (!ended && ::waitpid(process, &state, 0) < 0 && errno == EINTR) continue;
  if (WIFEXITED(state)) finished.status = WEXITSTATUS(state);
  if (WIFSIGNALED(state)) finished.signal = WTERMSIG(state);
}

Failure not_started(const Command& command, int error) {
  return {Failing::environment,
          fmt::format("cannot run '{}': {}", command.argv.front(), std::strerror(error)),
          {}};
}

}  // namespace

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (auto& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

std::string find_program(std::string_view name) {
  if (name.find('/') != name.npos) return std::string(name);
  const char* path = std::getenv("PATH");
  for (const auto directory : split(path == nullptr ? "/usr/bin:/bin" : path, ':')) {
    if (!directory.starts_with('/')) continue;  // never a program from where we happen to be
    std::string candidate = fmt::format("{}/{}", directory, name);
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return {};
}

Result<Finished> run(const Command& command) {
  const std::string program = find_program(command.argv.front());
  if (program.empty()) return not_started(command, ENOENT);
  std::array<Pipe, 3> streams;
  for (auto& stream : streams) {
    auto made = make_pipe();
    if (!made) return not_started(command, errno);
    stream = std::move(*made);
  }
  const Setting setting(command, streams.data());
  pid_t process = 0;
  if (const int error = setting.start(process, command, program); error != 0)
    return not_started(command, error);

  Finished finished;
  Exchange exchange(command.input, streams.data());
  for (auto& stream : streams) stream = Pipe{};  // its ends: ours must not keep them open
  std::optional<Clock::time_point> deadline;
  if (command.limit.count() > 0) deadline = Clock::now() + command.limit;
  finished.out_of_time = !exchange.finish(deadline, finished.out, finished.err);
  wait_for(process, deadline, finished);
  return finished;
}

}  // namespace rapport::base
