#include "store/git.hpp"

#include <chrono>

namespace rapport::store {
namespace {

/// They come after the repository's own, and so have the last word.
constexpr const char* settings[] = {
    "core.fsmonitor=false",         "core.hooksPath=/dev/null", "core.sshCommand=false",
    "core.askPass=false",           "core.pager=cat",           "core.editor=false",
    "credential.helper=",           "diff.external=",           "core.quotepath=off",
    "safe.bareRepository=explicit",
};

}  // namespace

base::Result<base::Finished> git(const std::string& root, std::vector<std::string> arguments) {
  base::Command command{
      .argv = {"git", "--no-pager", "--no-optional-locks", "-C", root},
      // A clone may lack objects, and git would fetch them by whatever program the repository names
      // for it: no protocol is allowed, which no setting of a repository can overrule.
      .environment = {"GIT_CONFIG_NOSYSTEM=1", "GIT_ATTR_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0",
                      "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_NO_REPLACE_OBJECTS=1"},
      .limit = std::chrono::seconds(30)};
  for (const char* setting : settings) {
    command.argv.emplace_back("-c");
    command.argv.emplace_back(setting);
  }
  for (auto& argument : arguments) command.argv.push_back(std::move(argument));
  return base::run(command);
}

}  // namespace rapport::store
