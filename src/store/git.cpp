#include "store/git.hpp"

#include "base/files.hpp"
#include "base/shell.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

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
  if (!how.index.empty()) command.environment.push_back("GIT_INDEX_FILE=" + how.index);
  for (const char* setting : settings) {
    command.argv.emplace_back("-c");
    command.argv.emplace_back(setting);
  }
  for (auto& argument : arguments) command.argv.push_back(std::move(argument));
  return base::run(command);
}

GitRefusal explain_git(const std::string& root, const base::Finished& finished) {
  const std::string_view said = finished.err;
  const auto contains = [&](std::string_view words) { return said.find(words) != said.npos; };
  if (finished.out_of_time) return {"git did not finish in time"};
  if (contains("dubious ownership") || contains("unsafe repository"))
    return {"git refuses the repository, because it belongs to another user",
            fmt::format("to allow it: git config --global --add safe.directory {}",
                        base::shell_word(find_work_tree(root)))};
  std::string_view line = said.substr(0, said.find('\n'));
  for (const std::string_view start : {"fatal: ", "error: "})
    if (line.starts_with(start)) line.remove_prefix(start.size());
  return {finished.signal != 0 ? fmt::format("git was stopped by signal {}", finished.signal)
                               : fmt::format("git failed with status {}", finished.status),
          base::printable(line)};
}

base::Result<std::string> ask_git(const std::string& root, std::vector<std::string> arguments,
                                  Asking how) {
  auto done = git(root, std::move(arguments), std::move(how));
  if (!done)
    return base::Failure{base::Failing::environment,
                         fmt::format("git cannot be run: {}", done.failure().what),
                         "install git to see the history of the records"};
  if (done->ok()) return std::move(done->out);
  auto refusal = explain_git(root, *done);
  return base::Failure{base::Failing::environment, std::move(refusal.what),
                       std::move(refusal.detail)};
}

base::Done has_history(const std::string& root) {
  if (!find_work_tree(root).empty()) return base::done();
  return base::Failure{
      base::Failing::environment,
      fmt::format("'{}' is in no git repository, and so has no history", base::printable(root)),
      "`git init`, `git add -A` and `git commit` start one"};
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
