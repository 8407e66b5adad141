#include "scratch.hpp"
#include "store/load.hpp"
#include "store/walk.hpp"
#include "yaml/tree.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>

namespace store_walk_test {

using namespace rapport::store;
using rapport::base::Arena;
using rapport::base::Descriptor;
using rapport::test::AsOrdinaryUser;
using rapport::test::Scratch;
namespace fs = std::filesystem;

namespace {

Descriptor open_directory(const std::string& path) {
  return Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

struct Walked {
  explicit Walked(const Scratch& scratch) : root(open_directory(scratch.path())) {
    walk(root, "partners", found);
    std::ranges::sort(found.troubles, {}, &PathTrouble::path);
  }
  std::vector<std::string> files() const {
    std::vector<std::string> paths;
    for (const auto& file : found.files)
      paths.push_back(std::string(file.folder) + "/" + file.name);
    std::ranges::sort(paths);
    return paths;
  }
  Trouble trouble(std::string_view path) const {
    for (const auto& each : found.troubles)
      if (each.path == path) return each.trouble;
    return Trouble::none;
  }
  Descriptor root;
  Walk found;
};

using Paths = std::vector<std::string>;

Trouble load_trouble(const Scratch& scratch, const char* name) {
  Arena arena;
  return load(open_directory(scratch.path()).number(), name, arena).trouble;
}

}  // namespace

TEST_CASE("walk: records are found at any depth, hidden names and other folders passed over") {
  const Scratch scratch;
  scratch.write("partners/others/a.yaml", "");
  scratch.write("partners/b.yaml", "");
  scratch.write("partners/others/.hidden.yaml", "");
  scratch.write("partners/.git/c.yaml", "");
  scratch.write("notes/d.yaml", "");
  const Walked walked(scratch);
  CHECK(walked.files() == Paths{"partners/b.yaml", "partners/others/a.yaml"});
  CHECK(walked.found.troubles.empty());
  const Scratch empty;
  CHECK(Walked(empty).found.files.empty());
}

TEST_CASE("walk: F01 links to files, directories and in a circle are never followed") {
  const Scratch scratch;
  scratch.write("partners/a.yaml", "");
  scratch.write("outside/secret.yaml", "");
  fs::create_symlink("a.yaml", scratch.at("partners/inside.yaml"));
  fs::create_symlink("../outside/secret.yaml", scratch.at("partners/out.yaml"));
  fs::create_directory_symlink("../outside", scratch.at("partners/dir"));
  fs::create_directory_symlink(".", scratch.at("partners/loop"));
  const Walked walked(scratch);
  CHECK(walked.files() == Paths{"partners/a.yaml"});
  for (const char* path :
       {"partners/inside.yaml", "partners/out.yaml", "partners/dir", "partners/loop"})
    CHECK(walked.trouble(path) == Trouble::link);

  const Scratch whole;
  fs::create_directory_symlink(scratch.at("outside"), whole.at("partners"));
  CHECK(Walked(whole).trouble("partners") == Trouble::link);
  CHECK(Walked(whole).files().empty());
}

TEST_CASE("walk: F03 pipes, sockets and directories named as records are not opened") {
  const Scratch scratch;
  scratch.write("partners/a.yaml", "");
  REQUIRE(mkfifo(scratch.at("partners/pipe.yaml").c_str(), 0644) == 0);
  fs::create_directory(scratch.at("partners/dir.yaml"));
  const Descriptor listening(::socket(AF_UNIX, SOCK_STREAM, 0));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  scratch.at("partners/socket.yaml").copy(address.sun_path, sizeof address.sun_path - 1);
  REQUIRE(::bind(listening.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  const Walked walked(scratch);
  CHECK(walked.files() == Paths{"partners/a.yaml"});
  for (const char* path : {"partners/pipe.yaml", "partners/dir.yaml", "partners/socket.yaml"})
    CHECK(walked.trouble(path) == Trouble::not_regular);
  CHECK(load_trouble(scratch, "partners/pipe.yaml") == Trouble::not_regular);
}

TEST_CASE("walk: F04 a directory that may not be read is told, the others go on") {
  const Scratch scratch;
  fs::permissions(scratch.path(), fs::perms(0755));
  scratch.write("partners/closed/a.yaml", "");
  scratch.write("partners/open/b.yaml", "");
  fs::permissions(scratch.at("partners/closed"), fs::perms::none);
  {
    const AsOrdinaryUser user;
    const Walked walked(scratch);
    CHECK(walked.files() == Paths{"partners/open/b.yaml"});
    REQUIRE(walked.trouble("partners/closed") == Trouble::unreadable);
    CHECK(walked.found.troubles.front().error == EACCES);
  }
  fs::permissions(scratch.at("partners/closed"), fs::perms(0755));
}

TEST_CASE("walk: F05 names that differ by case or normal form only name each other") {
  const Scratch scratch;
  for (const char* name : {"abc", "Abc", "jos\u00e9", "jose\u0301", "Only"})
    scratch.write("partners/" + std::string(name) + ".yaml", "");
  const Walked walked(scratch);
  CHECK(walked.files() == Paths{"partners/abc.yaml"});
  CHECK(walked.trouble("partners/Abc.yaml") == Trouble::case_twin);
  CHECK(walked.trouble("partners/Only.yaml") == Trouble::not_canonical);
  CHECK(walked.trouble("partners/jose\u0301.yaml") == Trouble::not_canonical);
  CHECK(walked.trouble("partners/jos\u00e9.yaml") == Trouble::case_twin);
  for (const auto& trouble : walked.found.troubles)
    if (trouble.path == "partners/Abc.yaml") CHECK(trouble.other == "partners/abc.yaml");
}

TEST_CASE("walk: F06 names with line ends, escapes, broken UTF-8 or a dash in front are refused") {
  const Scratch scratch;
  const Paths names = {"a\nb.yaml", "a\x1b[2J.yaml", "a\xff.yaml", "-rf.yaml", "x\u202ey.yaml"};
  for (const auto& name : names) scratch.write("partners/" + name, "");
  scratch.write("partners/a\nd/c.yaml", "");
  scratch.write("partners/notes.txt", "");
  scratch.write("partners/wrong.yml", "");
  const Walked walked(scratch);
  for (const auto& name : names) CHECK(walked.trouble("partners/" + name) == Trouble::odd_name);
  CHECK(walked.trouble("partners/a\nd") == Trouble::odd_name);
  CHECK(walked.trouble("partners/notes.txt") == Trouble::not_yaml);
  CHECK(walked.trouble("partners/wrong.yml") == Trouble::not_yaml);
}

TEST_CASE("walk: F15 very deep directories end, long names do not disturb") {
  const Scratch scratch;
  std::string path = "partners";
  for (int i = 0; i < 40; ++i) path += "/d" + std::string(90, 'x');
  fs::create_directories(scratch.at("partners/a"));
  scratch.write("partners/a/" + std::string(64, 'i') + ".yaml", "");
  scratch.write("partners/a/" + std::string(65, 'i') + ".yaml", "");
  std::error_code too_long;
  fs::create_directories(scratch.at(path), too_long);
  const Walked walked(scratch);
  CHECK(walked.files() == Paths{"partners/a/" + std::string(64, 'i') + ".yaml"});
  const auto deep =
      std::ranges::count(walked.found.troubles, Trouble::too_deep, &PathTrouble::trouble);
  CHECK(deep == 1);
}

TEST_CASE("load: the bytes, whole; F07 another name of the file is told") {
  const Scratch scratch;
  scratch.write("a.yaml", "kind: ngo\n");
  Arena arena;
  const Descriptor directory = open_directory(scratch.path());
  const Loaded loaded = load(directory.number(), "a.yaml", arena);
  CHECK(loaded.text == "kind: ngo\n");
  CHECK(loaded.trouble == Trouble::none);
  scratch.write("empty.yaml", "");
  CHECK(load(directory.number(), "empty.yaml", arena).trouble == Trouble::none);
  fs::create_hard_link(scratch.at("a.yaml"), scratch.at("b.yaml"));
  const Loaded linked = load(directory.number(), "b.yaml", arena);
  CHECK(linked.trouble == Trouble::hard_link);
  CHECK(linked.text == "kind: ngo\n");
}

TEST_CASE("load: F01 a link put in the way after the walk is not followed") {
  const Scratch scratch;
  scratch.write("a.yaml", "");
  fs::create_symlink("a.yaml", scratch.at("b.yaml"));
  CHECK(load_trouble(scratch, "b.yaml") == Trouble::link);
  CHECK(load_trouble(scratch, "gone.yaml") == Trouble::unreadable);
}

TEST_CASE("load: F04 a file that may not be read is told") {
  const Scratch scratch;
  fs::permissions(scratch.path(), fs::perms(0755));
  scratch.write("a.yaml", "");
  fs::permissions(scratch.at("a.yaml"), fs::perms::none);
  const AsOrdinaryUser user;
  CHECK(load_trouble(scratch, "a.yaml") == Trouble::unreadable);
}

TEST_CASE("load: F17 a large file is refused by its size, not read") {
  const Scratch scratch;
  scratch.write("a.yaml", "");
  fs::resize_file(scratch.at("a.yaml"), std::uintmax_t{1} << 40);
  CHECK(load_trouble(scratch, "a.yaml") == Trouble::too_large);
  scratch.write("limit.yaml", std::string(rapport::yaml::size_limit, '#'));
  CHECK(load_trouble(scratch, "limit.yaml") == Trouble::none);
  scratch.write("over.yaml", std::string(rapport::yaml::size_limit + 1, '#'));
  CHECK(load_trouble(scratch, "over.yaml") == Trouble::too_large);
}

TEST_CASE("load: F08 a file that changes while it is read is told") {
  const Scratch scratch;
  std::string room(100, '\0');
  // Before the first byte is read: longer, shorter, and of the same size at another time.
  for (const std::string_view now : {"kind: media and more\n", "", "kind: npo\n"}) {
    scratch.write("a.yaml", "kind: ngo\n");
    const Descriptor file(::open(scratch.at("a.yaml").c_str(), O_RDWR | O_CLOEXEC));
    struct stat before {};
    REQUIRE(::fstat(file.number(), &before) == 0);
    CHECK(read_between(file.number(), before, room.data()) == Trouble::none);
    CHECK(room.starts_with("kind: ngo\n"));
    REQUIRE(::ftruncate(file.number(), 0) == 0);
    REQUIRE(::pwrite(file.number(), now.data(), now.size(), 0) == static_cast<ssize_t>(now.size()));
    const timespec another_time[] = {before.st_atim, {before.st_mtim.tv_sec - 1, 0}};
    REQUIRE(::futimens(file.number(), another_time) == 0);
    CHECK(read_between(file.number(), before, room.data()) == Trouble::changed);
  }
}

TEST_CASE("walk: a folder is opened from the root, and no link on the way followed") {
  const Scratch scratch;
  scratch.write("partners/others/a.yaml", "");
  fs::create_directory_symlink("partners", scratch.at("link"));
  fs::create_directory_symlink("others", scratch.at("partners/link"));
  const Descriptor root = open_directory(scratch.path());
  CHECK(open_folder(root.number(), "partners"));
  CHECK(open_folder(root.number(), "partners/others"));
  CHECK(!open_folder(root.number(), "link/others"));
  CHECK(!open_folder(root.number(), "partners/link"));
  CHECK(!open_folder(root.number(), "partners/none"));
  CHECK(errno == ENOENT);
}

}  // namespace store_walk_test
