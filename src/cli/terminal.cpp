#include "cli/terminal.hpp"

#include "base/process.hpp"
#include "base/text.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <vector>

extern char** environ;

namespace rapport::cli {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : value;
}

std::size_t size_from(std::string_view text) {
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  return error == std::errc{} && end == text.data() + text.size() && size <= 10000 ? size : 0;
}

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  for (const auto word : base::split(line, ' '))
    if (!word.empty()) words.emplace_back(word);
  return words;
}

/// Ours, with what keeps less from leaving traces and from running other programs.
std::vector<std::string> pager_environment() {
  std::vector<std::string> environment;
  constexpr std::array<std::string_view, 4> ours = {
      "LESSHISTFILE=", "LESSSECURE=", "LESSOPEN=", "LESSCLOSE="};
  for (char** entry = environ; *entry != nullptr; ++entry)
    if (std::ranges::none_of(ours,
                             [&](auto name) { return std::string_view(*entry).starts_with(name); }))
      environment.emplace_back(*entry);
  environment.emplace_back("LESSHISTFILE=-");
  environment.emplace_back("LESSSECURE=1");
  if (variable("LESS").empty()) environment.emplace_back("LESS=FIRX");
  return environment;
}

void write_until_closed(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // the reader has seen enough
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

Terminal Terminal::look(std::string_view color) {
  Terminal terminal;
  terminal.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  terminal.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  struct stat info {};
  terminal.is_dumb = variable("TERM") == "dumb";
  terminal.out_is_file = ::fstat(STDOUT_FILENO, &info) == 0 && S_ISREG(info.st_mode);
  const bool wanted = variable("NO_COLOR").empty() && !terminal.is_dumb;
  terminal.out_color = color == "always" || (color == "auto" && wanted && terminal.out_is_terminal);
  terminal.err_color = color == "always" || (color == "auto" && wanted && terminal.err_is_terminal);
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    terminal.columns = size.ws_col;
    terminal.rows = size.ws_row;
  }
  if (const auto columns = size_from(variable("COLUMNS")); columns > 0) terminal.columns = columns;
  return terminal;
}

bool is_taller(std::string_view text, const Terminal& terminal) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n')) >= terminal.rows;
}

bool show_in_pager(std::string_view text) {
  const std::string_view chosen = variable("PAGER");
  auto argv = words_of(chosen.empty() ? "less" : chosen);
  if (argv.empty()) return false;
  const std::string program = base::find_program(argv.front());
  if (program.empty()) return false;

  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  posix_spawnattr_t attributes;  // SIGPIPE, which we ignore, ends the pager as usual
  posix_spawnattr_init(&attributes);
  sigset_t pipe{};
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &pipe);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  auto environment = pager_environment();
  pid_t process = 0;
  const int error = ::posix_spawn(&process, program.c_str(), &actions, &attributes,
                                  base::pointers(argv).data(), base::pointers(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[0]);
  if (error == 0) write_until_closed(ends[1], text);
  ::close(ends[1]);
  if (error != 0) return false;
  int state = 0;
  while (::waitpid(process, &state, 0) < 0 && errno == EINTR) continue;
  return true;
}

}  // namespace rapport::cli
