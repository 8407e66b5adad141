#include "measure.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace bench {
namespace {

pid_t start(const Contender& contender, int output) {
  const pid_t process = ::fork();
  if (process != 0) return process;
  std::vector<char*> argv;
  for (const auto& text : contender.argv) argv.push_back(const_cast<char*>(text.c_str()));
  argv.push_back(nullptr);
  const int nowhere = ::open("/dev/null", O_RDWR);
  ::dup2(nowhere, 0);
  ::dup2(output < 0 ? nowhere : output, 1);
  ::dup2(nowhere, 2);
  if (::chdir(contender.directory.c_str()) == 0) ::execvp(argv[0], argv.data());
  ::_exit(127);
}

void check_status(const Contender& contender, int state) {
  if (WIFEXITED(state) && WEXITSTATUS(state) == contender.status) return;
  fmt::print(stderr, "{}: status {} instead of {}\n", contender.name,
             WIFEXITED(state) ? WEXITSTATUS(state) : -WTERMSIG(state), contender.status);
  std::exit(1);
}

void run_once(Contender& contender) {
  const auto before = std::chrono::steady_clock::now();
  const pid_t process = start(contender, -1);
  int state = 0;
  rusage usage{};
  ::wait4(process, &state, 0, &usage);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - before;
  check_status(contender, state);
  const double megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
  contender.seconds =
      contender.seconds == 0 ? taken.count() : std::min(contender.seconds, taken.count());
  contender.megabytes = std::max(contender.megabytes, megabytes);
}

}  // namespace

void race(std::vector<Contender>& contenders, int runs) {
  for (int i = 0; i < runs; ++i)
    for (auto& contender : contenders) run_once(contender);
}

std::string output_of(const Contender& contender) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) std::abort();
  const pid_t process = start(contender, ends[1]);
  ::close(ends[1]);
  std::string text;
  std::array<char, 65536> block;
  for (ssize_t got; (got = ::read(ends[0], block.data(), block.size())) > 0;)
    text.append(block.data(), static_cast<std::size_t>(got));
  ::close(ends[0]);
  int state = 0;
  ::waitpid(process, &state, 0);
  check_status(contender, state);
  return text;
}

}  // namespace bench
