#include "base/descriptor.hpp"
#include "base/digest.hpp"
#include "base/exchange.hpp"
#include "base/files.hpp"
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

/// A record, and its new text beside it.
struct Folder : Scratch {
  Descriptor opened{open(path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  Replacement files{opened.number(), "record.yaml", "temporary", at("record.yaml")};

  Folder() { write("temporary", "new\n"); }
  std::string text(std::string_view name) const { return *read_file(at(name), 1 << 20); }
  bool exchanged(std::string_view before) const {
    const auto done = swap_in(files, blake2b_256(before));
    REQUIRE(done);
    return *done;
  }
  bool moved_out(std::string_view before) const {
    const auto done = move_out(files, blake2b_256(before));
    REQUIRE(done);
    return *done;
  }
  /// The one file that was kept; empty when there is none.
  std::string kept() const {
    for (const auto& entry : fs::directory_iterator(path()))
      if (entry.path().string().starts_with(at("record.yaml.kept-"))) return entry.path();
    return {};
  }
};

}  // namespace

TEST_CASE("exchange: the new text takes the place of the old one, which is beside it then") {
  const Folder folder;
  folder.write("record.yaml", "old\n");
  CHECK(folder.exchanged("old\n"));
  CHECK(folder.text("record.yaml") == "new\n");
  CHECK(folder.text("temporary") == "old\n");
}

TEST_CASE("exchange: a file that holds something else stays as it is") {
  const Folder folder;
  for (const std::string_view now : {"other\n", "old", "old\nmore\n", ""}) {
    folder.write("record.yaml", now);
    CHECK_FALSE(folder.exchanged("old\n"));
    CHECK_FALSE(folder.moved_out("old\n"));
    CHECK(folder.text("record.yaml") == now);
    CHECK(folder.text("temporary") == "new\n");
  }
}

TEST_CASE("exchange: a file that is gone stays gone, and no link is followed") {
  const Folder folder;
  CHECK_FALSE(folder.exchanged("old\n"));
  CHECK_FALSE(folder.moved_out("old\n"));
  CHECK(folder.entries() == 1);
  folder.write("target", "old\n");
  fs::create_symlink(folder.at("target"), folder.at("record.yaml"));
  CHECK_FALSE(folder.exchanged("old\n"));
  CHECK_FALSE(folder.moved_out("old\n"));
  CHECK_FALSE(*move_in(folder.files));
  CHECK(folder.text("target") == "old\n");
  CHECK(*digest_of(folder.opened.number(), "record.yaml", "record.yaml") == "");
}

TEST_CASE("exchange: what another program is writing into the file is not lost") {
  const Folder folder;
  folder.write("record.yaml", "old\n");
  const int editor = open(folder.at("record.yaml").c_str(), O_WRONLY | O_CLOEXEC);
  REQUIRE(editor >= 0);
  CHECK_FALSE(folder.exchanged("old\n"));
  fs::remove(folder.at("temporary"));
  CHECK_FALSE(folder.moved_out("old\n"));
  REQUIRE(write(editor, "saved\n", 6) == 6);
  close(editor);
  CHECK(folder.text("record.yaml") == "saved\n");
  CHECK(folder.entries() == 1);
}

TEST_CASE("exchange: a file moves out of the way and in again, and over no other") {
  const Folder folder;
  fs::remove(folder.at("temporary"));
  folder.write("record.yaml", "old\n");
  CHECK(folder.moved_out("old\n"));
  CHECK_FALSE(fs::exists(folder.at("record.yaml")));
  CHECK(folder.text("temporary") == "old\n");
  folder.write("record.yaml", "saved\n");
  CHECK_FALSE(*move_in(folder.files));
  CHECK(folder.text("record.yaml") == "saved\n");
  fs::remove(folder.at("record.yaml"));
  CHECK(*move_in(folder.files));
  CHECK(folder.text("record.yaml") == "old\n");
}

TEST_CASE("exchange: a version that cannot be put back is kept, and no later write removes it") {
  const Folder folder;
  folder.write("temporary", "just saved\n");
  const Descriptor ours(open(folder.at("temporary").c_str(), O_RDONLY | O_CLOEXEC));
  const auto taken = take_back(folder.files, ours.number());
  REQUIRE_FALSE(taken);
  CHECK(taken.failure().what == "'" + folder.at("record.yaml") +
                                    "' was changed meanwhile, and one version is now in '" +
                                    folder.kept() + "'");
  CHECK(taken.failure().hint == "compare the two, and keep what is right");
  REQUIRE(write_file(folder.at("other.yaml"), "x"));
  CHECK(*read_file(folder.kept(), 100) == "just saved\n");
}

TEST_CASE("exchange: a file system that cannot exchange names gets the new text by a rename") {
  constexpr std::uint32_t exchanging = 2;
  for (const int error : {EINVAL, ENOSYS, EOPNOTSUPP, EPERM}) {
    const Folder folder;
    folder.write("record.yaml", "old\n");
    const int status = rapport::test::in_child([&] {
      if (!rapport::test::refuse({{SYS_renameat2, error, 4, exchanging}})) return 2;
      const auto done = swap_in(folder.files, blake2b_256("old\n"));
      return done && *done ? 0 : 1;
    });
    if (status == 2) return;  // no such filters here
    const bool is_other = error == EPERM;
    CHECK(status == (is_other ? 1 : 0));
    CHECK(folder.text("record.yaml") == (is_other ? "old\n" : "new\n"));
    CHECK(folder.entries() == (is_other ? 2 : 1));
  }
}

TEST_CASE("exchange: where no rename refuses to replace, moving does not replace either") {
  constexpr std::uint32_t no_replace = 1;
  const Folder folder;
  folder.write("record.yaml", "old\n");
  const int status = rapport::test::in_child([&] {
    if (!rapport::test::refuse({{SYS_renameat2, EINVAL, 4, no_replace}})) return 2;
    const auto over = move_in(folder.files);
    if (!over || *over) return 1;
    fs::remove(folder.at("record.yaml"));
    const auto moved = move_in(folder.files);
    return moved && *moved ? 0 : 1;
  });
  CHECK((status == 0 || status == 2));
  if (status == 0) CHECK(folder.text("record.yaml") == "new\n");
}

}  // namespace base_exchange_test
