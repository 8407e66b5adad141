// git, asked in a way that runs nothing which a repository configures: it may have come by mail, on
// a stick or from a share.
#pragma once

#include "base/process.hpp"
#include "base/result.hpp"

#include <chrono>
#include <string>
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

}  // namespace rapport::store
