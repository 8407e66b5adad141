#include "model/edit.hpp"

#include <algorithm>

namespace rapport::model {

FileChange& Edit::at(const std::string& path) {
  const auto found = std::ranges::find(files, path, &FileChange::path);
  if (found != files.end()) return *found;
  return files.emplace_back(FileChange{.path = path});
}

}  // namespace rapport::model
