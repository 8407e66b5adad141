// Which files below a folder are records. Names are judged here, contents are not looked at.
#pragma once

#include "base/arena.hpp"
#include "base/descriptor.hpp"
#include "store/read.hpp"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

/// Kept open until its files are read: they are opened by name in it, so that nobody can put a
/// link in the way.
struct Directory {
  base::Descriptor opened;
  std::string path;  // relative to the root
};

struct RecordFile {
  const Directory* directory;
  const char* name;      // ends with ".yaml", and then 0
  std::uint64_t number;  // of its inode: in this order files lie together, on disk and in memory
};

/// What a walk found, in no order.
struct Walk {
  std::deque<Directory> directories;
  std::vector<RecordFile> files;
  std::vector<PathTrouble> troubles;
  std::vector<std::string_view> hidden;  // paths whose name begins with a dot
  base::Arena names;
};

inline constexpr int directory_limit = 8;  // levels below the root
inline constexpr std::string_view record_suffix = ".yaml";

/// Adds all below `folder` of the directory `root`; nothing when there is no such folder. Links are
/// not followed, names that begin with a dot are passed over.
void walk(const base::Descriptor& root, std::string_view folder, Walk& found);

/// What lies in the root itself and looks meant for the folders: a file named like a record, a
/// folder called almost as one of them.
void walk_top(const base::Descriptor& root, Walk& found);

}  // namespace rapport::store
