#include "store/create.hpp"

#include "base/descriptor.hpp"
#include "base/temporary.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "store/folder_mode.hpp"
#include "store/layout.hpp"
#include "store/walk.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <utility>

namespace rapport::store {
namespace {

/// As deep as records are read.
std::string find_below(const std::string& root, const std::string& folder,
                       const std::string& wanted, int level) {
  if (level > directory_limit) return {};
  for (const std::string& name : names_in(root + "/" + folder)) {
    if (name.starts_with('.')) continue;
    std::string path = folder + "/" + name;
    if (base::lower_ascii(name) == wanted) return path;
    struct stat info {};
    if (::lstat((root + "/" + path).c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) continue;
    if (auto found = find_below(root, path, wanted, level + 1); !found.empty()) return found;
  }
  return {};
}

base::Failure not_a_folder(int parent, const std::string& name, const std::string& full,
                           int error) {
  struct stat info {};
  if (::fstatat(parent, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0 || S_ISDIR(info.st_mode))
    return base::failed("open", full, error);
  return {S_ISLNK(info.st_mode) ? base::Failing::refused : base::Failing::environment,
          fmt::format("'{}' is not a directory", base::printable(full))};
}

}  // namespace

std::string path_of(const std::string& root, std::string_view id) {
  const std::string wanted = base::lower_ascii(id) + std::string(model::record_suffix);
  for (const auto folder : record_folders)
    if (auto found = find_below(root, std::string(folder), wanted, 1); !found.empty()) return found;
  return {};
}

base::Done create_folder(const std::string& root, const std::string& path) {
  std::string full = root;
  base::Descriptor parent(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!parent) return base::failed("open", root, errno);
  for (const auto part : base::split(path, '/')) {
    const std::string name(part);
    full += "/" + name;
    const bool is_new = ::mkdirat(parent.number(), name.c_str(), 0700) == 0;
    if (!is_new && errno != EEXIST) return base::failed("create", full, errno);
    base::Descriptor folder = open_folder(parent.number(), name);  // a link could lead anywhere
    if (!folder) return not_a_folder(parent.number(), name, full, errno);
    if (is_new && !set_folder_access(folder.number(), parent.number()))
      return base::failed("create", full, errno);
    parent = std::move(folder);
  }
  return base::done();
}

}  // namespace rapport::store
