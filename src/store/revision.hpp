// Which revision of the repository the work tree is at, and what would come into the next one.
#pragma once

#include "base/result.hpp"

#include <string>

namespace rapport::store {

/// The commit's full hash when every tracked and new file is as committed; empty when something
/// changed since, or when the directory is no git repository.
std::string clean_revision(const std::string& root);

/// Whether `git add` would take this file of the repository in: it is in a work tree of git, and no
/// .gitignore names it.
bool would_be_added(const std::string& root, const std::string& path);

}  // namespace rapport::store
