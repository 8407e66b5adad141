// Where a new record goes: that its id is free, and its folder.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace rapport::store {

/// The path, relative to the root, of the record that has this id, whatever its case; empty when
/// the id is free.
std::string path_of(const std::string& root, std::string_view id);

/// A folder, with those it lies in, that may be there already; a new one is its owner's alone.
/// Refuses to pass through a symbolic link.
base::Done create_folder(const std::string& root, const std::string& path);

}  // namespace rapport::store
