// Changes below a directory, as the system says and by looking: the same in both ways.
#include "scratch.hpp"
#include "store/changes.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace store_changes_test {

using namespace rapport;
namespace fs = std::filesystem;

namespace {

void write(const std::string& path, std::string_view text) { std::ofstream(path) << text; }

}  // namespace

TEST_CASE("changes: of files and folders, also in new ones; not of git and the lock") {
  for (const auto by : {store::Changes::By::system, store::Changes::By::looking}) {
    const test::Scratch scratch;
    const std::string root = scratch.path();
    fs::create_directories(root + "/a/b");
    fs::create_directories(root + "/.git");
    fs::create_directories(root + "/.rapport");
    store::Changes changes(root, by);
    CHECK((changes.file() >= 0) == (by == store::Changes::By::system));
    CHECK_FALSE(changes.seen());
    write(root + "/a/b/one", "1");
    CHECK(changes.seen());
    CHECK_FALSE(changes.seen());
    write(root + "/a/b/one", "12");
    CHECK(changes.seen());
    fs::create_directory(root + "/new");
    CHECK(changes.seen());
    write(root + "/new/two", "2");
    CHECK(changes.seen());
    fs::rename(root + "/new/two", root + "/new/three");
    CHECK(changes.seen());
    fs::remove(root + "/new/three");
    CHECK(changes.seen());
    write(root + "/.git/index", "1");
    write(root + "/.rapport/lock", "1");
    CHECK_FALSE(changes.seen());
    fs::create_directory(root + "/.git/refs");
    CHECK_FALSE(changes.seen());
  }
}

}  // namespace store_changes_test
