#include "refused_calls.hpp"
#include "scratch.hpp"
#include "store/lock.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>
#include <thread>

namespace store_lock_test {

using namespace rapport;
using store::Lock;
using test::Scratch;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// How often we have the file open.
std::ptrdiff_t opened(const std::string& path) {
  std::error_code gone;  // a descriptor that was closed while we look
  return std::count_if(
      fs::directory_iterator("/proc/self/fd"), fs::directory_iterator(),
      [&](const auto& entry) { return fs::read_symlink(entry.path(), gone) == path; });
}

}  // namespace

TEST_CASE(
    "lock: a second writer is told that the repository is busy, and goes on after the first") {
  const Scratch scratch;
  {
    const auto first = Lock::take(scratch.path());
    REQUIRE(first);
    CHECK(first->is_held());
    const auto second = Lock::take(scratch.path(), 0ms);
    REQUIRE_FALSE(second);
    CHECK(second.failure().kind == base::Failing::environment);
    CHECK(second.failure().what == "the repository is busy: another command is writing in it");
    CHECK(second.failure().hint == "run the command again when the other one has finished");
  }
  CHECK(Lock::take(scratch.path(), 0ms));
}

TEST_CASE("lock: whoever is killed blocks nobody") {
  const Scratch scratch;
  int ready[2];
  REQUIRE(pipe(ready) == 0);
  const pid_t holder = fork();
  if (holder == 0) {
    const auto lock = Lock::take(scratch.path());
    const char told = lock ? 'y' : 'n';
    if (write(ready[1], &told, 1) == 1) pause();
    _exit(0);
  }
  char told = 0;
  REQUIRE(read(ready[0], &told, 1) == 1);
  CHECK(told == 'y');
  CHECK_FALSE(Lock::take(scratch.path(), 0ms));
  kill(holder, SIGKILL);
  REQUIRE(waitpid(holder, nullptr, 0) == holder);
  CHECK(Lock::take(scratch.path(), 0ms));
  close(ready[0]);
  close(ready[1]);
}

TEST_CASE("lock: its folder is ignored by git, and as open as the repository") {
  const Scratch scratch;
  REQUIRE(chmod(scratch.path().c_str(), 0770) == 0);
  const mode_t before = umask(077);
  REQUIRE(Lock::take(scratch.path()));
  umask(before);
  std::ifstream ignore(scratch.at(".rapport/.gitignore"));
  CHECK(std::string(std::istreambuf_iterator<char>(ignore), {}) == "*\n");
  struct stat info {};
  REQUIRE(stat(scratch.at(".rapport").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0770);
  REQUIRE(stat(scratch.at(".rapport/lock").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0660);
}

TEST_CASE("lock: its folder and file are of the group whose repository it is") {
  const Scratch scratch;
  struct stat root {};
  if (geteuid() == 0) REQUIRE(chown(scratch.path().c_str(), 0, 65534) == 0);
  REQUIRE(chmod(scratch.path().c_str(), 02770) == 0);
  REQUIRE(stat(scratch.path().c_str(), &root) == 0);
  const mode_t before = umask(077);
  REQUIRE(Lock::take(scratch.path()));
  umask(before);
  struct stat info {};
  REQUIRE(stat(scratch.at(".rapport").c_str(), &info) == 0);
  CHECK((info.st_mode & 07777) == 02770);
  CHECK(info.st_gid == root.st_gid);
  REQUIRE(stat(scratch.at(".rapport/lock").c_str(), &info) == 0);
  CHECK((info.st_mode & 07777) == 0660);
  CHECK(info.st_gid == root.st_gid);
}

TEST_CASE("lock: where the file system has no locks nobody is kept out, and that is told") {
  const Scratch scratch;
  const int status = test::in_child([&] {
    if (!test::refuse({{SYS_flock, ENOLCK}})) return 2;
    const auto lock = Lock::take(scratch.path(), 0ms);
    return lock && !lock->is_held() && Lock::take(scratch.path(), 0ms) ? 0 : 1;
  });
  CHECK(status % 2 == 0);  // 2: no such filters here
}

TEST_CASE("lock: a link or a file in the place of its folder is refused, a missing root told") {
  const Scratch scratch;
  fs::create_directory(scratch.at("elsewhere"));
  fs::create_directory_symlink("elsewhere", scratch.at(".rapport"));
  const auto link = Lock::take(scratch.path());
  REQUIRE_FALSE(link);
  CHECK(link.failure().what == "'" + scratch.at(".rapport") + "' is not a directory");
  CHECK(fs::is_empty(scratch.at("elsewhere")));
  const auto none = Lock::take(scratch.at("none"));
  REQUIRE_FALSE(none);
  CHECK(none.failure().what ==
        "cannot open '" + scratch.at("none") + "': No such file or directory");
}

TEST_CASE("lock: one that was taken away and made anew meanwhile is not trusted") {
  const Scratch scratch;
  std::optional<Lock> first = *Lock::take(scratch.path());
  std::optional<Lock> second;
  std::thread waits([&] {
    auto taken = Lock::take(scratch.path());
    if (taken) second = std::move(*taken);
  });
  const auto end = std::chrono::steady_clock::now() + 4s;
  while (opened(scratch.at(".rapport/lock")) < 2 && std::chrono::steady_clock::now() < end)
    std::this_thread::yield();
  fs::remove_all(scratch.at(".rapport"));
  first.reset();
  waits.join();
  CHECK(second.has_value());
  CHECK_FALSE(Lock::take(scratch.path(), 0ms));
}

}  // namespace store_lock_test
