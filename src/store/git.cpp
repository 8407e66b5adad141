#include "store/git.hpp"

#include "base/files.hpp"
#include "base/text.hpp"

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

std::optional<std::string> named_git_directory(std::string_view text) {
  constexpr std::string_view start = "gitdir:";
  if (!text.starts_with(start)) return std::nullopt;
  return std::string(base::trim(text.substr(start.size())));
}

std::string find_git_directory(const std::string& directory) {
  const std::string tree = find_work_tree(directory);
  if (tree.empty()) return {};
  const std::string path = (tree == "/" ? "" : tree) + "/.git";
  const auto text = base::read_file(path, 4096);  // fails for a directory
  const auto named = text ? named_git_directory(*text) : std::nullopt;
  if (!named) return path;
  return named->starts_with('/') ? *named : tree + "/" + *named;
}

}  // namespace rapport::store
