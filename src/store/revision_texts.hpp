// The records as they were in a commit, or as they are staged, as texts in memory.
#pragma once

#include "base/result.hpp"
#include "store/objects.hpp"
#include "store/texts.hpp"

#include <span>
#include <string>

namespace rapport::store {

/// Of files that git has: those that are named as records are, at most as large as a record may be.
/// What is not read is among the troubles, as for a work tree.
base::Result<Texts> texts_of(const std::string& root, std::span<const TreeFile> files);

base::Result<Texts> read_commit(const std::string& root, const std::string& commit);
base::Result<Texts> read_staged(const std::string& root, const std::string& index);

}  // namespace rapport::store
