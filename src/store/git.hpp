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
};

/// Runs git in `root`. Only for commands that read objects, references or ignore rules: those that
/// look at the work tree run filters, and nothing here can turn these off.
base::Result<base::Finished> git(const std::string& root, std::vector<std::string> arguments,
                                 Asking how = {});

/// The nearest of `directory`, an absolute path, and those above it that holds `.git`: git looks
/// there too. Empty when none does.
std::string find_work_tree(std::string directory);

/// Where git keeps the state of that work tree: `.git`, or what a file of that name says, as in a
/// linked work tree. Empty when none holds one.
std::string find_git_directory(const std::string& directory);

/// The path that the text of a file `.git` names, or nothing.
std::optional<std::string> named_git_directory(std::string_view text);

}  // namespace rapport::store
