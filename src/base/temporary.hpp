// A whole new file under a temporary name beside the file whose place it is to take.
#pragma once

#include "base/descriptor.hpp"
#include "base/files.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace rapport::base {

/// Stands between a file's name and a number in the name of a version that was kept beside it.
inline constexpr std::string_view kept_mark = ".kept-";

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
        is_unswept_(other.is_unswept_),
        ours_(std::exchange(other.ours_, false)) {}
  Temporary& operator=(Temporary&&) = delete;
  ~Temporary();

  const std::string& path() const { return path_; }
  const std::string& target() const { return target_; }
  int file() const { return file_.number(); }

  /// Under its target's name. `only_create` fails when a file has appeared there since.
  Done put_in_place(bool only_create);
  /// Changes names with its target; 0, or the error. What was there is then what goes away. That
  /// may be a text somebody has just saved: before, it takes the name `<target>.kept-<random>`,
  /// which no sweep removes when we are killed, and which `validate` tells.
  int exchange();
  /// What has the temporary name stays, also when nobody asks for it any more.
  void keep() { ours_ = false; }

 private:
  Temporary(const std::string& target, mode_t mode);
  int leave_sweep();

  std::string path_;
  std::string target_;
  Descriptor file_;
  bool is_unswept_ = false;
  bool ours_ = false;
};

/// A failure that names the path and what the system said.
Failure failed(std::string_view what, const std::string& path, int error);

std::string directory_of(const std::string& path);
Done sync_directory(const std::string& directory);

}  // namespace rapport::base
