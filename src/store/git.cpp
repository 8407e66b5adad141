#include "store/git.hpp"

#include "base/files.hpp"

#include <algorithm>

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

base::Result<base::Finished> git(const std::string& root, std::vector<std::string> arguments,
                                 Asking how) {
  base::Command command{
      .argv = {"git", "--no-pager", "--no-optional-locks", "-C", root},
      .input = std::move(how.input),
      // A clone may lack objects, and git would fetch them by whatever program the repository names
      // for it: no protocol is allowed, which no setting of a repository can overrule. What the
      // computer's administrator set does count: which shares are safe is said there.
      .environment = {"GIT_ATTR_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1",
                      "GIT_ALLOW_PROTOCOL=none", "GIT_NO_REPLACE_OBJECTS=1"},
      .limit = how.limit};
  for (const char* setting : settings) {
    command.argv.emplace_back("-c");
    command.argv.emplace_back(setting);
  }
  for (auto& argument : arguments) command.argv.push_back(std::move(argument));
  return base::run(command);
}

std::string find_work_tree(std::string directory) {
  for (;;) {
    if (base::exists(directory + "/.git")) return directory;
    if (directory.size() <= 1) return {};
    directory.resize(std::max<std::size_t>(directory.rfind('/'), 1));
  }
}

}  // namespace rapport::store
