#include "base/files.hpp"
#include "base/temporary.hpp"
#include "refused_calls.hpp"
#include "scratch.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace base_files_test {

using namespace rapport::base;
using rapport::test::Scratch;
namespace fs = std::filesystem;

namespace {

mode_t mode_of(const std::string& path) {
  struct stat info {};
  REQUIRE(stat(path.c_str(), &info) == 0);
  return info.st_mode & 07777;
}

std::string content(const std::string& path) { return *read_file(path, 1 << 20); }

}  // namespace

TEST_CASE("files: a new file is its owner's alone, and the umask may take more") {
  const Scratch scratch;
  const mode_t before = umask(0);
  REQUIRE(write_file(scratch.at("a"), "one"));
  REQUIRE(write_file(scratch.at("b"), "two", {.mode = 0644}));
  umask(077);
  REQUIRE(write_file(scratch.at("c"), "three", {.mode = 0644}));
  umask(before);
  CHECK(content(scratch.at("a")) == "one");
  CHECK(mode_of(scratch.at("a")) == 0600);
  CHECK(mode_of(scratch.at("b")) == 0644);
  CHECK(mode_of(scratch.at("c")) == 0600);
  CHECK(scratch.entries() == 3);
}

TEST_CASE("files: a replaced file keeps its mode") {
  const Scratch scratch;
  REQUIRE(write_file(scratch.at("a"), "one", {.mode = 0640}));
  REQUIRE(write_file(scratch.at("a"), "two"));
  CHECK(content(scratch.at("a")) == "two");
  CHECK(mode_of(scratch.at("a")) == 0640);
}

TEST_CASE("files: nothing is written through a link, onto a directory, or over what must be new") {
  const Scratch scratch;
  REQUIRE(write_file(scratch.at("target"), "old"));
  fs::create_symlink(scratch.at("target"), scratch.at("link"));
  fs::create_directory(scratch.at("dir"));
  const auto link = write_file(scratch.at("link"), "new");
  REQUIRE_FALSE(link);
  CHECK(link.failure().kind == Failing::refused);
  CHECK(link.failure().what == "'" + scratch.at("link") + "' is a symbolic link");
  CHECK_FALSE(write_file(scratch.at("dir"), "new"));
  const auto taken = write_file(scratch.at("target"), "new", {.only_create = true});
  REQUIRE_FALSE(taken);
  CHECK(taken.failure().what == "'" + scratch.at("target") + "' exists already");
  CHECK(content(scratch.at("target")) == "old");
  CHECK(scratch.entries() == 3);
}

TEST_CASE("files: a failure names the path and leaves no temporary") {
  const Scratch scratch;
  const auto lost = write_file(scratch.at("no/such/place"), "x");
  REQUIRE_FALSE(lost);
  CHECK(lost.failure().kind == Failing::environment);
  CHECK(lost.failure().what ==
        "cannot write in '" + scratch.at("no/such") + "': No such file or directory");
  CHECK(scratch.entries() == 0);
}

TEST_CASE("files: reading has a limit and wants a regular file") {
  const Scratch scratch;
  REQUIRE(write_file(scratch.at("a"), std::string(100, 'x')));
  CHECK(content(scratch.at("a")).size() == 100);
  CHECK(read_file(scratch.at("a"), 100));
  const auto large = read_file(scratch.at("a"), 99);
  REQUIRE_FALSE(large);
  CHECK(large.failure().what == "'" + scratch.at("a") + "' is larger than 99 bytes");
  CHECK_FALSE(read_file(scratch.path(), 100));
  REQUIRE(mkfifo(scratch.at("fifo").c_str(), 0600) == 0);
  CHECK_FALSE(read_file(scratch.at("fifo"), 100));
}

TEST_CASE("files: writing removes what dead writers left beside it, and nothing else") {
  const Scratch scratch;
  const pid_t dead = fork();
  if (dead == 0) _exit(0);
  REQUIRE(waitpid(dead, nullptr, 0) == dead);
  std::ofstream(scratch.at(".rapport-" + std::to_string(dead) + "-0.tmp")) << "half";
  std::ofstream(scratch.at(".rapport-" + std::to_string(getpid()) + "-0.tmp")) << "at work";
  std::ofstream(scratch.at("record.yaml")) << "kind: ngo\n";
  CHECK(write_file(scratch.at("other.yaml"), "kind: ngo\n"));
  CHECK(scratch.entries() == 3);
}

TEST_CASE("files: what the system could not keep when it is closed does not get its name") {
  const Scratch scratch;
  const int status = rapport::test::in_child([&] {
    auto temporary = Temporary::write(scratch.at("a"), "new", {});
    const auto file = static_cast<std::uint32_t>(temporary->file());
    if (!rapport::test::refuse({{SYS_close, EIO, 0, file}})) return 2;
    const auto placed = temporary->put_in_place(false);
    return !placed && !exists(scratch.at("a")) ? 0 : 1;
  });
  CHECK(status % 2 == 0);  // 2: no such filters here
}

TEST_CASE("files: of files that belong together none is written when one cannot be") {
  const Scratch scratch;
  fs::create_directory(scratch.at("dir"));
  REQUIRE(write_file(scratch.at("old"), "old"));
  const NewFile onto_directory[] = {{scratch.at("old"), "new"}, {scratch.at("dir"), "beside"}};
  const auto refused = write_files(onto_directory);
  REQUIRE_FALSE(refused);
  CHECK(refused.failure().what == "'" + scratch.at("dir") + "' is a directory");
  const NewFile nowhere[] = {{scratch.at("new"), "new"}, {scratch.at("none/beside"), "beside"}};
  const auto failed = write_files(nowhere);
  REQUIRE_FALSE(failed);
  CHECK(failed.failure().what ==
        "cannot write in '" + scratch.at("none") + "': No such file or directory");
  CHECK(content(scratch.at("old")) == "old");
  CHECK(scratch.entries() == 2);

  const NewFile both[] = {{scratch.at("old"), "new"}, {scratch.at("beside"), "beside"}};
  REQUIRE(write_files(both));
  CHECK(content(scratch.at("old")) == "new");
  CHECK(content(scratch.at("beside")) == "beside");
  CHECK(scratch.entries() == 3);
}

TEST_CASE("files: a link that leads nowhere is there too") {
  const Scratch scratch;
  fs::create_symlink(scratch.at("nowhere"), scratch.at("link"));
  CHECK(exists(scratch.at("link")));
  CHECK(exists(scratch.path()));
  CHECK_FALSE(exists(scratch.at("nowhere")));
}

}  // namespace base_files_test
