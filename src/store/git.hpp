// git, asked in a way that runs nothing which a repository configures: it may have come by mail, on
// a stick or from a share.
#pragma once

#include "base/process.hpp"
#include "base/result.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

struct Asking {
  std::string input = {};
  /// A repository can have git wait for ever: for a pipe that it names as a file, say.
  std::chrono::milliseconds limit = std::chrono::seconds(10);
  std::string index = {};  // the file of the index; empty: git's own
};

/// Runs git in `root`. Only for commands that read objects, references or ignore rules: those that
/// look at the work tree run filters, and nothing here can turn these off.
base::Result<base::Finished> git(const std::string& root, std::vector<std::string> arguments,
                                 Asking how = {});

/// Why git did not do it, in words that name nobody, and for the screen what it said.
struct GitRefusal {
  std::string what;
  std::string detail = {};
};
GitRefusal explain_git(const std::string& root, const base::Finished& finished);

/// What git prints when it is run in `root`. Fails where it could not be run, or failed.
base::Result<std::string> ask_git(const std::string& root, std::vector<std::string> arguments,
                                  Asking how = {});

/// Fails where `root` is in no work tree of git, and so has no history.
base::Done has_history(const std::string& root);

/// The nearest of `directory`, an absolute path, and those above it that holds `.git`: git looks
/// there too. Empty when none does.
std::string find_work_tree(std::string directory);

/// Where git keeps the state of that work tree: `.git`, or what a file of that name says, as in a
/// linked work tree. Empty when none holds one.
std::string find_git_directory(const std::string& directory);

/// The path that the text of a file `.git` names, or nothing.
std::optional<std::string> named_git_directory(std::string_view text);

}  // namespace rapport::store
