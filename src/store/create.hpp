// New files in a repository: where a record goes, and that nothing is there yet.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace rapport::store {

/// The path, relative to the root, of the record that has this id, whatever its case; empty when
/// the id is free.
std::string path_of(const std::string& root, std::string_view id);

/// Writes a new file, and the folders it lies in. Refuses to replace anything, and to pass through
/// a symbolic link.
base::Done create(const std::string& root, const std::string& path, std::string_view bytes);

/// A folder that may be there already; a new one is its owner's alone.
base::Done create_folder(const std::string& root, const std::string& path);

}  // namespace rapport::store
