// Whole files in and out. A file is replaced in one step or not at all: whoever reads it, and
// whatever stops us, there is the old content or the new.
#pragma once

#include "base/result.hpp"

#include <sys/types.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::base {

struct Writing {
  // Of a new file, less what the umask takes; one that is replaced keeps its own. Nearly all that
  // is written here names people.
  mode_t mode = 0600;
  bool only_create = false;  // an existing file is a failure, also one that appears meanwhile
};

/// Writes beside `path` under a temporary name, syncs, renames, syncs the directory. Refuses to
/// write where a link, a directory or a device stands. On failure the old content is intact and
/// no temporary is left.
Done write_file(const std::string& path, std::string_view bytes, Writing how = {});

struct NewFile {
  std::string path;
  std::string_view bytes;
};

/// The same for files that belong together: none is renamed before all are written.
Done write_files(std::span<const NewFile> files, Writing how = {});

class Temporary;

/// Files that belong together, whole and on disk under temporary names: what remains is to rename
/// them. Those that are not put in place go away with their scope.
class PreparedFiles {
 public:
  static Result<PreparedFiles> write(std::span<const NewFile> files, Writing how = {});
  PreparedFiles(PreparedFiles&&) noexcept;
  ~PreparedFiles();

  Done put_in_place();
  /// One of them is, also when the others could not be.
  bool is_begun() const { return is_begun_; }

 private:
  PreparedFiles();

  std::vector<Temporary> files_;
  bool is_begun_ = false;
  bool only_create_ = false;
};

/// Something has that name, be it a link that leads nowhere.
bool exists(const std::string& path);

/// A regular file of at most `limit` bytes; symbolic links are followed, so not for records.
Result<std::string> read_file(const std::string& path, std::size_t limit);

}  // namespace rapport::base
