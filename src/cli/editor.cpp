#include "cli/editor.hpp"

#include "base/process.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

extern char** environ;

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;

std::string_view chosen_editor() {
  for (const char* name : {"VISUAL", "EDITOR"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
  return {};
}

/// "code --wait" is a program and an argument; quotes keep a path with spaces together. No shell
/// reads it.
std::vector<std::string> editor_words(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  bool is_open = false;
  for (const char c : line) {
    if (quote != 0 ? c == quote : c == '\'' || c == '"') {
      quote = quote != 0 ? '\0' : c;
      is_open = true;
    } else if (c == ' ' && quote == 0) {
      if (is_open) words.push_back(std::move(word));
      word.clear();
      is_open = false;
    } else {
      word += c;
      is_open = true;
    }
  }
  if (is_open) words.push_back(std::move(word));
  return words;
}

/// Ctrl-C is the editor's while it runs.
class WithoutInterrupt {
 public:
  WithoutInterrupt() {
    struct sigaction ignored {};
    ignored.sa_handler = SIG_IGN;
    ::sigaction(SIGINT, &ignored, &interrupt_);
    ::sigaction(SIGQUIT, &ignored, &quit_);
  }
  WithoutInterrupt(const WithoutInterrupt&) = delete;
  WithoutInterrupt& operator=(const WithoutInterrupt&) = delete;
  ~WithoutInterrupt() {
    ::sigaction(SIGINT, &interrupt_, nullptr);
    ::sigaction(SIGQUIT, &quit_, nullptr);
  }

 private:
  struct sigaction interrupt_ {};
  struct sigaction quit_ {};
};

/// 0, or the error.
int start_editor(const std::string& program, std::vector<std::string>& words, pid_t& process) {
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t usual{};
  sigemptyset(&usual);
  for (const int signal : {SIGPIPE, SIGINT, SIGQUIT, SIGXFSZ}) sigaddset(&usual, signal);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const int error =
      ::posix_spawn(&process, program.c_str(), nullptr, &attributes, argv.data(), environ);
  posix_spawnattr_destroy(&attributes);
  return error;
}

}  // namespace

bool has_editor() { return !chosen_editor().empty(); }

base::Done run_editor(std::span<const std::string> paths) {
  const std::string_view chosen = chosen_editor();
  std::vector<std::string> words = editor_words(chosen);
  if (words.empty())
    return Failure{Failing::environment, "no editor is set",
                   "set one in the environment: export EDITOR=nano"};
  const std::string program = base::find_program(words.front());
  if (program.empty())
    return Failure{Failing::environment,
                   fmt::format("the editor '{}' is not there", base::printable(words.front())),
                   "set another one in the environment: export EDITOR=nano"};
  words.insert(words.end(), paths.begin(), paths.end());
  const WithoutInterrupt guard;
  pid_t process = 0;
  if (const int error = start_editor(program, words, process); error != 0)
    return Failure{Failing::environment,
                   fmt::format("the editor '{}' cannot be started: {}", base::printable(chosen),
                               std::strerror(error))};
  int state = 0;
  while (::waitpid(process, &state, 0) < 0 && errno == EINTR) continue;
  if (WIFEXITED(state) && WEXITSTATUS(state) == 0) return base::done();
  const std::string how = WIFEXITED(state) ? fmt::format("ended with {}", WEXITSTATUS(state))
                                           : fmt::format("was ended by signal {}", WTERMSIG(state));
  return Failure{Failing::environment, fmt::format("the editor '{}' {}; nothing was written",
                                                   base::printable(chosen), how)};
}

}  // namespace rapport::cli
