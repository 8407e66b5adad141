// git, asked in a way that runs nothing which a repository configures: it may have come by mail, on
// a stick or from a share.
#pragma once

#include "base/process.hpp"
#include "base/result.hpp"

#include <string>
#include <vector>

namespace rapport::store {

/// Runs git in `root`. Only for commands that read objects, references or ignore rules: those that
/// look at the work tree run filters, and nothing here can turn these off.
base::Result<base::Finished> git(const std::string& root, std::vector<std::string> arguments);

}  // namespace rapport::store
