// Which files below a folder are records. Names are judged here, contents are not looked at.
#pragma once

#include "base/arena.hpp"
#include "base/descriptor.hpp"
#include "base/limits.hpp"
#include "store/read.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

struct RecordFile {
  std::string_view folder;  // relative to the root
  const char* name;         // ends with ".yaml", and then 0
  std::uint64_t number;     // of its inode: in this order files lie together, on disk and in memory
};

/// What a walk found, in no order.
struct Walk {
  std::vector<RecordFile> files;
  std::vector<PathTrouble> troubles;
  std::vector<std::string_view> hidden;  // paths whose name begins with a dot
  base::Arena names;
};

inline constexpr int directory_limit = static_cast<int>(base::limits::folder_depth);

/// Adds all below `folder` of the directory `root`; nothing when there is no such folder. Links are
/// not followed, names that begin with a dot are passed over.
void walk(const base::Descriptor& root, std::string_view folder, Walk& found);

/// The folder `path` of the directory `root`, no link on the way followed. Without a descriptor
/// errno says why.
base::Descriptor open_folder(int root, std::string_view path);

/// The names in `directory`, sorted; none when it cannot be read.
std::vector<std::string> names_in(const std::string& directory);

/// What lies in the root itself and looks meant for the folders: a file named like a record, a
/// folder called almost as one of them.
void walk_top(const base::Descriptor& root, Walk& found);

}  // namespace rapport::store
