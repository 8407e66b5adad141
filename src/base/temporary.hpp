// A whole new file under a temporary name beside the file whose place it is to take.
#pragma once

#include "base/descriptor.hpp"
#include "base/files.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace rapport::base {

/// Goes away with its scope, unless it was put in place.
class Temporary {
 public:
  /// Written and synced, with the mode of the file that `path` names now, if there is one. Refuses
  /// where a link, a directory or a device stands.
  static Result<Temporary> write(const std::string& path, std::string_view bytes, Writing how);

  Temporary(Temporary&& other) noexcept
      : path_(std::move(other.path_)),
        target_(std::move(other.target_)),
        file_(std::move(other.file_)),
        ours_(std::exchange(other.ours_, false)) {}
  Temporary& operator=(Temporary&&) = delete;
  ~Temporary();

  const std::string& path() const { return path_; }
  const std::string& target() const { return target_; }
  int file() const { return file_.number(); }

  /// Under its target's name. `only_create` fails when a file has appeared there since.
  Done put_in_place(bool only_create);

 private:
  Temporary(const std::string& target, mode_t mode);

  std::string path_;
  std::string target_;
  Descriptor file_;
  bool ours_ = false;
};

/// A failure that names the path and what the system said.
Failure failed(std::string_view what, const std::string& path, int error);

/// False with errno: the disk is full, or gone.
bool write_all(int file, std::string_view bytes);

/// All that an open file holds, and one byte more than `limit` of a longer one; nothing with errno
/// when it cannot be read.
std::optional<std::string> read_all(int file, std::size_t limit);

std::string directory_of(const std::string& path);
Done sync_directory(const std::string& directory);

}  // namespace rapport::base
