// Which revision of the repository the work tree is at.
#pragma once

#include "base/result.hpp"

#include <string>

namespace rapport::store {

/// The commit's full hash when every tracked and new file is as committed; empty when something
/// changed since, or when the directory is no git repository.
std::string clean_revision(const std::string& root);

}  // namespace rapport::store
