#include "base/process.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>

namespace base_process_test {

using namespace rapport::base;
using namespace std::chrono_literals;

TEST_CASE("process: output, errors and status come back apart") {
  const auto done = run({.argv = {"sh", "-c", "cat; echo no >&2; exit 3"}, .input = "yes\n"});
  REQUIRE(done);
  CHECK(done->out == "yes\n");
  CHECK(done->err == "no\n");
  CHECK(done->status == 3);
  CHECK_FALSE(done->ok());
}

TEST_CASE("process: much goes both ways at once") {
  const std::string input(std::size_t{3} << 20, 'x');
  const auto done = run({.argv = {"cat"}, .input = input});
  REQUIRE(done);
  CHECK(done->out == input);
}

TEST_CASE("process: a program that stops reading ends neither us nor the exchange") {
  const std::string input(std::size_t{1} << 20, 'x');
  const auto done = run({.argv = {"true"}, .input = input});
  REQUIRE(done);
  CHECK(done->ok());
}

TEST_CASE("process: arguments are given as they are, without a shell") {
  const auto done = run({.argv = {"printf", "%s|", "a b", "$HOME", "`id`", ""}});
  REQUIRE(done);
  CHECK(done->out == "a b|$HOME|`id`||");
}

TEST_CASE("process: the environment is clean, the directory as asked") {
  setenv("RAPPORT_UNIT_SECRET", "x", 1);
  const auto done =
      run({.argv = {"sh", "-c", "env; pwd"}, .directory = "/", .environment = {"A=b"}});
  unsetenv("RAPPORT_UNIT_SECRET");
  REQUIRE(done);
  CHECK(done->out.find("RAPPORT_UNIT_SECRET") == std::string::npos);
  CHECK(done->out.find("LC_ALL=C.UTF-8\n") != std::string::npos);
  CHECK(done->out.find("A=b\n") != std::string::npos);
  CHECK(done->out.ends_with("\n/\n"));
}

TEST_CASE("process: programs are looked for in absolute directories alone") {
  const std::string before = std::getenv("PATH");
  setenv("PATH", (".:" + before + "::bin").c_str(), 1);
  const auto done = run({.argv = {"sh", "-c", "echo \"$PATH\""}});
  setenv("PATH", before.c_str(), 1);
  REQUIRE(done);
  CHECK(done->out == before + "\n");
}

TEST_CASE("process: the time limit ends the program and what it started") {
  const auto done = run({.argv = {"sh", "-c", "sleep 60 & sleep 60"}, .limit = 50ms});
  REQUIRE(done);
  CHECK(done->out_of_time);
  CHECK(done->signal == SIGKILL);
}

TEST_CASE("process: the time limit also ends a program that closed its outputs and goes on") {
  const auto done = run({.argv = {"sh", "-c", "exec >&- 2>&-; sleep 60"}, .limit = 50ms});
  REQUIRE(done);
  CHECK(done->out_of_time);
  CHECK(done->signal == SIGKILL);
  const auto short_one = run({.argv = {"sh", "-c", "exec >&- 2>&-; exit 3"}, .limit = 60s});
  REQUIRE(short_one);
  CHECK_FALSE(short_one->out_of_time);
  CHECK(short_one->status == 3);
}

TEST_CASE("process: what cannot be started is a failure that names it") {
  const auto lost = run({.argv = {"no-such-program-here"}});
  REQUIRE_FALSE(lost);
  CHECK(lost.failure().kind == Failing::environment);
  CHECK(lost.failure().what == "cannot run 'no-such-program-here': No such file or directory");
  CHECK(find_program("sh").starts_with('/'));
}

}  // namespace base_process_test
