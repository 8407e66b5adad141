// A start that is killed leaves all of its files or none, and can be started again.
#include "cli/run.hpp"
#include "killed_child.hpp"
#include "refused_calls.hpp"
#include "scratch.hpp"
#include "store/recover.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <set>
#include <string>

namespace commands_init_test {

using namespace rapport;
using test::ChildEnd;
using test::Scratch;
namespace fs = std::filesystem;

namespace {

int init(const Scratch& scratch) {
  std::string words[] = {"rapport", "-C", scratch.path(), "--quiet", "init"};
  char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(),
                       words[4].data()};
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO})
    if (dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), stream) < 0) return -1;
  return cli::run(std::size(arguments), arguments, commands::all_commands());
}

/// All but our own, and what a killed command wrote beside them.
std::set<std::string> files_of(const Scratch& scratch) {
  std::set<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(scratch.path())) {
    const std::string name = fs::relative(entry.path(), scratch.path());
    if (entry.is_regular_file() && !name.starts_with(".rapport/")) found.insert(name);
  }
  return found;
}

bool recover(const Scratch& scratch) {
  const auto lock = store::Lock::take(scratch.path());
  return lock && store::recover(*lock);
}

}  // namespace

TEST_CASE("init: killed at any point it leaves all of its files or none") {
  const Scratch whole;
  REQUIRE(test::in_child([&] { return init(whole); }) == 0);
  const auto all = files_of(whole);
  REQUIRE(all.contains("rapport.yaml"));
  constexpr int step = 3;  // of the calls that write: each is a run of its own
  int count = 1;
  int killed = 0;
  for (;; count += step) {
    const Scratch scratch;
    const auto end = test::killed_before(count, [&] { return init(scratch) == 0; });
    if (end == ChildEnd::not_possible) return;  // no such filters here
    REQUIRE(end != ChildEnd::failed);
    if (end == ChildEnd::finished) break;
    ++killed;
    CAPTURE(count);
    const bool is_started = fs::exists(scratch.at("rapport.yaml"));
    if (count % 2 == 0) {
      REQUIRE(recover(scratch));
      const auto left = files_of(scratch);
      CHECK((left.empty() || left == all));
      continue;
    }
    // A second start finishes what the first began; a repository is for other commands to finish.
    CHECK(test::in_child([&] { return init(scratch); }) == (is_started ? 4 : 0));
    REQUIRE(recover(scratch));
    CHECK(files_of(scratch) == all);
  }
  CHECK(killed > 10);
}

}  // namespace commands_init_test
