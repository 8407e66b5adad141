#include "base/exchange.hpp"
#include "base/files.hpp"
#include "base/temporary.hpp"
#include "refused_calls.hpp"
#include "scratch.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace base_exchange_test {

using namespace rapport::base;
using rapport::test::Scratch;
namespace fs = std::filesystem;

namespace {

std::string content(const std::string& path) { return *read_file(path, 1 << 20); }

bool changed(const Scratch& scratch, std::string_view before) {
  const auto done = exchange_file(scratch.at("record.yaml"), before, "new\n");
  REQUIRE(done);
  return !*done;
}

}  // namespace

TEST_CASE("exchange: the new text takes the place of the old one, with its mode") {
  const Scratch scratch;
  scratch.write("record.yaml", "old\n");
  REQUIRE(chmod(scratch.at("record.yaml").c_str(), 0640) == 0);
  CHECK_FALSE(changed(scratch, "old\n"));
  CHECK(content(scratch.at("record.yaml")) == "new\n");
  struct stat info {};
  REQUIRE(stat(scratch.at("record.yaml").c_str(), &info) == 0);
  CHECK((info.st_mode & 07777) == 0640);
  CHECK(scratch.entries() == 1);
}

TEST_CASE("exchange: a file that holds something else stays as it is") {
  const Scratch scratch;
  for (const std::string_view now : {"other\n", "old", "old\nmore\n", ""}) {
    scratch.write("record.yaml", now);
    CHECK(changed(scratch, "old\n"));
    CHECK(content(scratch.at("record.yaml")) == now);
    CHECK(scratch.entries() == 1);
  }
}

TEST_CASE("exchange: a file that is gone stays gone, and one that is a link is refused") {
  const Scratch scratch;
  CHECK(changed(scratch, "old\n"));
  CHECK(scratch.entries() == 0);
  scratch.write("target", "old\n");
  fs::create_symlink(scratch.at("target"), scratch.at("record.yaml"));
  const auto link = exchange_file(scratch.at("record.yaml"), "old\n", "new\n");
  REQUIRE_FALSE(link);
  CHECK(link.failure().what == "'" + scratch.at("record.yaml") + "' is a symbolic link");
  CHECK(content(scratch.at("target")) == "old\n");
}

TEST_CASE("exchange: what another program is writing into the file is not lost") {
  const Scratch scratch;
  scratch.write("record.yaml", "old\n");
  const int editor = open(scratch.at("record.yaml").c_str(), O_WRONLY | O_CLOEXEC);
  REQUIRE(editor >= 0);
  CHECK(changed(scratch, "old\n"));
  REQUIRE(write(editor, "saved\n", 6) == 6);
  close(editor);
  CHECK(content(scratch.at("record.yaml")) == "saved\n");
  CHECK(scratch.entries() == 1);
}

TEST_CASE("exchange: a version that cannot be put back is kept, and no later write removes it") {
  const Scratch scratch;
  scratch.write("record.yaml", "just saved\n");
  auto temporary = Temporary::write(scratch.at("record.yaml"), "new\n", {});
  REQUIRE(temporary);
  REQUIRE(temporary->exchange() == 0);
  fs::remove(scratch.at("record.yaml"));
  const auto taken = take_back(*temporary);
  REQUIRE_FALSE(taken);
  const std::string kept = temporary->path();
  CHECK(kept.starts_with(scratch.at("record.yaml.kept-")));
  CHECK(taken.failure().what == "'" + scratch.at("record.yaml") +
                                    "' was changed meanwhile, and one version is now in '" + kept +
                                    "'");
  CHECK(taken.failure().hint == "compare the two, and keep what is right");
  REQUIRE(write_file(scratch.at("other.yaml"), "x"));
  CHECK(content(kept) == "just saved\n");
}

TEST_CASE("exchange: what came out stays for the user when we are killed before it is looked at") {
  const Scratch scratch;
  scratch.write("record.yaml", "just saved\n");
  const int status = rapport::test::in_child([&] {
    auto temporary = Temporary::write(scratch.at("record.yaml"), "new\n", {});
    if (!temporary || temporary->exchange() != 0) return 1;
    _exit(0);  // without the end of its scope
  });
  REQUIRE(status == 0);
  REQUIRE(write_file(scratch.at("other.yaml"), "x"));
  REQUIRE(scratch.entries() == 3);
  for (const auto& entry : fs::directory_iterator(scratch.path()))
    if (entry.path().string().starts_with(scratch.at("record.yaml.kept-")))
      CHECK(content(entry.path()) == "just saved\n");
}

TEST_CASE("exchange: a file system that cannot exchange names gets the new text by a rename") {
  constexpr std::uint32_t exchanging = 2;
  for (const int error : {EINVAL, ENOSYS, EOPNOTSUPP, EPERM}) {
    const Scratch scratch;
    scratch.write("record.yaml", "old\n");
    const int status = rapport::test::in_child([&] {
      if (!rapport::test::refuse({{SYS_renameat2, error, 4, exchanging}})) return 2;
      const auto done = exchange_file(scratch.at("record.yaml"), "old\n", "new\n");
      return done && *done ? 0 : 1;
    });
    if (status == 2) return;  // no such filters here
    const bool is_other = error == EPERM;
    CHECK(status == (is_other ? 1 : 0));
    CHECK(content(scratch.at("record.yaml")) == (is_other ? "old\n" : "new\n"));
    CHECK(scratch.entries() == 1);
  }
}

}  // namespace base_exchange_test
