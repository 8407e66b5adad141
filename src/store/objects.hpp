// The files of a commit or of git's index, and their texts: one process of git for the list, and
// two for all of the texts.
#pragma once

#include "base/result.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

struct TreeFile {
  std::string path;  // from the root
  std::string mode;  // "100644", "120000" for a link, "160000" for a submodule
  std::string object;
};

/// The mode of a file, not of a link, a submodule or a folder.
bool is_file_mode(std::string_view mode);

/// `arguments` of a command of git that takes paths, with those of all that is read as YAML.
std::vector<std::string> with_folders(std::vector<std::string> arguments);

/// What of rapport.yaml, partners/, engagements/ and reference/ is in that commit, sorted by path.
base::Result<std::vector<TreeFile>> files_of_commit(const std::string& root,
                                                    const std::string& commit);

/// The same of what is staged. `index`: the file of git's index, where it is not the usual one.
/// Fails while one of them is in conflict.
base::Result<std::vector<TreeFile>> staged_files(const std::string& root, const std::string& index);

/// The file of the index that `git commit` names to its hooks: that of a commit of some files only.
/// Empty outside of hooks.
std::string index_of_caller();

/// The texts of git's objects by name. One that git lacks, or that is too large for a record, is
/// not among them.
struct Objects {
  std::map<std::string, std::string_view, std::less<>> texts = {};
  std::shared_ptr<const std::string> memory = {};  // what the texts are parts of
  std::vector<std::string> too_large = {};         // sorted

  const std::string_view* find(std::string_view object) const;
};
base::Result<Objects> read_objects(const std::string& root, std::vector<std::string> names);

}  // namespace rapport::store
