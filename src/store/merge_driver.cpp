#include "store/merge_driver.hpp"

#include "base/text.hpp"
#include "store/git.hpp"
#include "store/git_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rapport::store {
namespace {

using base::Failing;
using base::Failure;

constexpr std::array<std::string_view, 4> attribute_lines = {
    "rapport.yaml merge=rapport",
    "partners/**/*.yaml merge=rapport",
    "engagements/**/*.yaml merge=rapport",
    "reference/**/*.yaml merge=rapport",
};

constexpr const char* name_setting = "merge.rapport.name";
constexpr const char* driver_setting = "merge.rapport.driver";

// What it cannot merge, or where it is not installed any more, git merges line by line: an older
// git takes every failure for a conflict, and would leave one version without a word.
constexpr const char* driver =
    "rapport merge-driver run %O %A %B %P %L %X %Y; s=$?; "
    "case $s in 0|1) exit $s;; esac; "
    "exec git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B";

base::Result<base::Finished> set(const std::string& root, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"config", "--local"});
  auto finished = git(root, std::move(arguments));
  if (!finished) return finished;
  if (finished->ok()) return finished;
  return Failure{Failing::environment,
                 fmt::format("git cannot change its settings: {}", base::trim(finished->err)),
                 "is this under version control? `git init`"};
}

}  // namespace

std::span<const std::string_view> merge_attributes() { return attribute_lines; }

bool sets_merge_driver(const GitSetting& setting) {
  return setting.name() == driver_setting && setting.value == driver;
}

base::Result<DriverState> find_merge_driver(const std::string& root) {
  const auto found = git(root, {"config", "--local", "--get-all", driver_setting});
  if (!found) return found.failure();
  constexpr int is_not_set = 1;
  if (!found->ok() && found->status != is_not_set && !find_work_tree(root).empty())
    if (auto asked = ask_git(root, {"rev-parse", "--git-dir"}); !asked) return asked.failure();
  if (!found->ok()) return DriverState::missing;
  return base::trim(found->out) == driver ? DriverState::installed : DriverState::other;
}

base::Done install_merge_driver(const std::string& root) {
  const auto state = find_merge_driver(root);
  if (!state) return state.failure();
  if (*state == DriverState::installed) return base::done();
  if (*state == DriverState::other)
    return Failure{Failing::refused, "git has another program for merging records",
                   fmt::format("look at it, then: git config --unset-all {}", driver_setting)};
  if (auto done = set(root, {name_setting, "records, field by field"}); !done)
    return done.failure();
  if (auto done = set(root, {driver_setting, driver}); !done) return done.failure();
  return base::done();
}

base::Done remove_merge_driver(const std::string& root) {
  const auto state = find_merge_driver(root);
  if (!state) return state.failure();
  if (*state != DriverState::installed) return base::done();
  const auto done = set(root, {"--remove-section", "merge.rapport"});
  return done ? base::done() : base::Done(done.failure());
}

}  // namespace rapport::store
