#include "cli/stream.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "store/layout.hpp"
#include "store/root.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;

/// The directory as the system names it, with links in the way resolved; empty when there is none.
std::string real_directory(const std::string& path) {
  const auto slash = path.rfind('/');
  const std::string directory = slash == path.npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
  char resolved[PATH_MAX];
  return ::realpath(directory.c_str(), resolved) == nullptr ? std::string{} : resolved;
}

/// The folders whose files are records, the office's own rows and templates, what was handed out,
/// the lock, and keys.
constexpr std::string_view own_folders[] = {store::partners_folder,
                                            store::engagements_folder,
                                            store::rows_folder,
                                            store::templates_folder,
                                            store::log_folder,
                                            store::own_folder,
                                            "keys"};

/// Files of git, in any folder: whoever clones the repository depends on them.
constexpr std::string_view git_files[] = {".gitignore", ".gitattributes", ".gitmodules"};

/// The part of a repository that `below`, a path from its root, stands in; empty when it is none.
/// File systems that do not tell case apart have "Partners" and "partners" for one.
std::string_view own_part(std::string_view below) {
  const std::string name = base::caseless(below.substr(0, below.find('/')));
  if (name == store::office_file && name.size() == below.size()) return store::office_file;
  const auto folder = std::ranges::find(own_folders, name);
  return folder == std::end(own_folders) ? std::string_view{} : *folder;
}

/// Whichever repository the file would lie in, and however its path is spelled.
base::Done is_no_part_of_repository(const std::string& path, const std::string& directory) {
  const auto slash = path.rfind('/');
  const std::string file = directory + "/" + path.substr(slash == path.npos ? 0 : slash + 1);
  const auto root = store::find_root(directory);
  if (!root) return base::done();
  const std::string_view below = std::string_view(file).substr(root->size() + 1);
  const std::string name = base::caseless(below.substr(below.rfind('/') + 1));
  if (std::ranges::find(git_files, name) != std::end(git_files))
    return Failure{Failing::refused,
                   fmt::format("'{}' is git's own {}", base::printable(path), name),
                   "output there would replace it; write it elsewhere"};
  const std::string_view part = own_part(below);
  if (part.empty()) return base::done();
  return Failure{
      Failing::refused,
      part == store::office_file
          ? fmt::format("'{}' is the repository's own {}", base::printable(path), part)
          : fmt::format("'{}' is inside {}/ of the repository", base::printable(path), part),
      "output there would replace a record; write it elsewhere"};
}

}  // namespace

std::string repository_of_file(const std::string& path) {
  const std::string directory = real_directory(path);
  if (directory.empty()) return {};
  const auto root = store::find_root(directory);
  return root ? *root : std::string{};
}

int standard_output() { return STDOUT_FILENO; }

void clear_screen() {
  constexpr std::string_view home_and_clear = "\033[H\033[2J";
  [[maybe_unused]] const auto written =
      ::write(STDOUT_FILENO, home_and_clear.data(), home_and_clear.size());
}

base::Done write_standard_output(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return base::done();
    if (written <= 0)
      return Failure{Failing::environment,
                     fmt::format("cannot write the output: {}", std::strerror(errno))};
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return base::done();
}

std::string_view suffix_of(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  const auto point = name.rfind('.');
  return point == name.npos || point == 0 ? std::string_view{} : name.substr(point);
}

base::Done may_write_to(const std::string& path) {
  if (path == "-")
    return Failure{
        Failing::usage, "'-' is not the name of a file",
        "without -o the output goes to standard output; for a file of that name, -o ./-"};
  const std::string directory = real_directory(path);
  if (directory.empty())
    return Failure{
        Failing::environment,
        fmt::format("cannot write '{}': its folder does not exist", base::printable(path)),
        fmt::format("mkdir -p {}", base::printable(path.substr(0, path.rfind('/'))))};
  const auto parts = base::split(directory, '/');
  if (std::ranges::count(parts, ".git") != 0)
    return Failure{Failing::refused, fmt::format("'{}' is inside .git", base::printable(path)),
                   "output there would be taken for git's own files"};
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0 || S_ISREG(info.st_mode))
    return is_no_part_of_repository(path, directory);
  return Failure{Failing::refused,
                 fmt::format("'{}' is {}", base::printable(path),
                             S_ISLNK(info.st_mode)   ? "a symbolic link"
                             : S_ISDIR(info.st_mode) ? "a directory"
                                                     : "not a regular file"),
                 "name the file itself"};
}

}  // namespace rapport::cli
