// Hooks go into git's own folder, whatever the settings of a repository say, and only what was
// written there is taken for ours.
#include "base/files.hpp"
#include "history_office.hpp"
#include "store/hooks.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace store_hooks_test {

using namespace rapport;
using test::HistoryOffice;
namespace fs = std::filesystem;

TEST_CASE("hooks: a folder that a setting names is not followed") {
  const HistoryOffice office;
  office.git({"config", "core.hooksPath", office.path() + ".hooks"});
  const std::string& root = office.path();
  const auto hooks = store::find_hook_folder(root);
  REQUIRE(hooks);
  CHECK(hooks->elsewhere == office.path() + ".hooks");
  CHECK(hooks->path == fs::canonical(office.at(".git")).string() + "/hooks");
  CHECK(!store::install_hooks(*hooks));
  CHECK(!fs::exists(office.path() + ".hooks"));
  CHECK(!fs::exists(office.at(".git/hooks/pre-push")));
}

TEST_CASE("hooks: only the very text that was written is ours") {
  const HistoryOffice office;
  const auto folder = store::find_hook_folder(office.path());
  REQUIRE(folder);
  REQUIRE(store::install_hooks(*folder));
  const auto path = office.at(".git/hooks/pre-commit");
  std::string text = *base::read_file(path, 4096);
  CHECK(store::is_own_hook("pre-commit", text, ""));
  CHECK(!store::is_own_hook("pre-push", text, ""));
  CHECK(!store::is_own_hook("pre-commit", text, "sub"));
  CHECK(!store::is_own_hook("pre-commit", text + "touch /tmp/x\n", ""));
  CHECK(!store::is_own_hook("post-merge", "", ""));
  fs::remove(path);
  fs::create_symlink("/bin/true", path);
  CHECK(store::look_at_hooks(*folder).front().state == store::HookState::of_others);
  REQUIRE(store::install_hooks(*folder));
  CHECK(fs::is_symlink(path));
  REQUIRE(store::remove_hooks(*folder));
  CHECK(fs::is_symlink(path));
  CHECK(!fs::exists(office.at(".git/hooks/pre-push")));
}

}  // namespace store_hooks_test
