#include "store/create.hpp"

#include "base/temporary.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "store/layout.hpp"
#include "store/walk.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>

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

}  // namespace

std::string path_of(const std::string& root, std::string_view id) {
  const std::string wanted = base::lower_ascii(id) + std::string(model::record_suffix);
  for (const auto folder : record_folders)
    if (auto found = find_below(root, std::string(folder), wanted, 1); !found.empty()) return found;
  return {};
}

base::Done create_folder(const std::string& root, const std::string& path) {
  std::string full = root;
  for (const auto part : base::split(path, '/')) {
    full += "/" + std::string(part);
    if (::mkdir(full.c_str(), 0700) != 0 && errno != EEXIST)
      return base::failed("create", full, errno);
    struct stat info {};
    if (::lstat(full.c_str(), &info) != 0 || !S_ISDIR(info.st_mode))  // a link could lead anywhere
      return base::Failure{
          S_ISLNK(info.st_mode) ? base::Failing::refused : base::Failing::environment,
          fmt::format("'{}' is not a directory", base::printable(full))};
  }
  return base::done();
}

}  // namespace rapport::store
