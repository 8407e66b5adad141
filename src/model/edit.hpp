// What a writing command changes, over as many files as it takes: all of it is made, or nothing.
#pragma once

#include "yaml/patch.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::model {

/// Paths are relative to the root.
struct FileChange {
  std::string path;                              // where the file is; of a new one, where it goes
  std::string moved_to = {};                     // its other path, when it gets one
  std::optional<std::string> text = {};          // all of it: of a new file, or from an editor
  std::vector<yaml::Operation> operations = {};  // on its text, one after another
  bool is_removed = false;
};

/// Each file stands once in it.
struct Edit {
  std::vector<FileChange> files;
  /// Ids, and what the records that had them are known as afterwards: what was said of one before
  /// is not new of the other.
  std::vector<std::pair<std::string, std::string>> renamed = {};

  /// The change of that file, which is added when there is none yet.
  FileChange& at(const std::string& path);
};

}  // namespace rapport::model
