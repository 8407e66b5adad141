// What lies in a repository and makes other programs run something: git, editors, shells. A
// repository that came by mail, on a stick or from a share may have been made for that.
#pragma once

#include "base/arena.hpp"
#include "store/read.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

/// Looks at the root, at git's own directories, into reference/, templates/ and log/, and at
/// `hidden`, the names that begin with a dot among the records. Reads a few small files and runs
/// nothing. The paths live in `names`.
std::vector<PathTrouble> find_programs(const std::string& root,
                                       std::span<const std::string_view> hidden,
                                       base::Arena& names);

}  // namespace rapport::store
