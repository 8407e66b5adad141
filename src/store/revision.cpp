#include "store/revision.hpp"

#include "base/process.hpp"
#include "base/text.hpp"

#include <chrono>
#include <vector>

namespace rapport::store {
namespace {

/// git without anything a repository could make it run.
base::Result<base::Finished> git(const std::string& root, std::vector<std::string> arguments) {
  base::Command command{.argv = {"git", "--no-pager", "--no-optional-locks", "-C", root, "-c",
                                 "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",
                                 "core.quotepath=off", "-c", "safe.bareRepository=explicit"},
                        .environment = {"GIT_TERMINAL_PROMPT=0", "GIT_CONFIG_NOSYSTEM=1"},
                        .limit = std::chrono::seconds(30)};
  for (auto& argument : arguments) command.argv.push_back(std::move(argument));
  return base::run(command);
}

}  // namespace

std::string clean_revision(const std::string& root) {
  const auto status = git(root, {"status", "--porcelain", "--untracked-files=normal", "--", "."});
  if (!status || !status->ok() || !status->out.empty()) return {};
  const auto head = git(root, {"rev-parse", "--verify", "HEAD"});
  if (!head || !head->ok()) return {};
  return std::string(base::trim(head->out));
}

bool would_be_added(const std::string& root, const std::string& path) {
  constexpr int is_not_ignored = 1;  // 128: no work tree
  const auto checked = git(root, {"check-ignore", "--quiet", "--", path});
  return checked && checked->status == is_not_ignored && checked->signal == 0;
}

}  // namespace rapport::store
