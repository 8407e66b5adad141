#include "cli/stream.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

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

}  // namespace

base::Done write_standard_output(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return base::done();
    if (written <= 0)
      return Failure{Failing::environment,
                     fmt::format("cannot write the answer: {}", std::strerror(errno))};
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return base::done();
}

base::Done may_write_to(const std::string& path) {
  const std::string directory = real_directory(path);
  if (directory.empty())
    return Failure{Failing::environment, fmt::format("cannot write '{}': its folder does not exist",
                                                     base::printable(path))};
  const auto parts = base::split(directory, '/');
  if (std::ranges::count(parts, ".git") != 0)
    return Failure{Failing::refused, fmt::format("'{}' is inside .git", base::printable(path)),
                   "outputs there would be taken for git's own files"};
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0) return base::done();
  if (S_ISREG(info.st_mode)) return base::done();
  return Failure{Failing::refused,
                 fmt::format("'{}' is {}", base::printable(path),
                             S_ISLNK(info.st_mode)   ? "a symbolic link"
                             : S_ISDIR(info.st_mode) ? "a directory"
                                                     : "not a regular file"),
                 "name the file itself"};
}

}  // namespace rapport::cli
