// Changes below a directory, as the system says and by looking: the same in both ways.
#include "scratch.hpp"
#include "store/file_watch.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace store_file_watch_test {

using namespace rapport;
namespace fs = std::filesystem;

namespace {

void write(const std::string& path, std::string_view text) { std::ofstream(path) << text; }

}  // namespace

TEST_CASE("file watch: changes of files and folders, also in new ones; not of git and the lock") {
  for (const auto method : {store::FileWatch::Method::system, store::FileWatch::Method::polling}) {
    const test::Scratch scratch;
    const std::string root = scratch.path();
    fs::create_directories(root + "/a/b");
    fs::create_directories(root + "/.git");
    fs::create_directories(root + "/.rapport");
    store::FileWatch watch(root, method);
    CHECK((watch.file() >= 0) == (method == store::FileWatch::Method::system));
    CHECK_FALSE(watch.has_changed());
    write(root + "/a/b/one", "1");
    CHECK(watch.has_changed());
    CHECK_FALSE(watch.has_changed());
    write(root + "/a/b/one", "12");
    CHECK(watch.has_changed());
    fs::create_directory(root + "/new");
    CHECK(watch.has_changed());
    write(root + "/new/two", "2");
    CHECK(watch.has_changed());
    fs::rename(root + "/new/two", root + "/new/three");
    CHECK(watch.has_changed());
    fs::remove(root + "/new/three");
    CHECK(watch.has_changed());
    write(root + "/.git/index", "1");
    write(root + "/.rapport/lock", "1");
    CHECK_FALSE(watch.has_changed());
    fs::create_directory(root + "/.git/refs");
    CHECK_FALSE(watch.has_changed());
  }
}

}  // namespace store_file_watch_test
