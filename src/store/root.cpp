#include "base/temporary.hpp"
#include "base/unicode.hpp"
#include "store/layout.hpp"
#include "store/read.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <climits>
#include <cstdlib>

namespace rapport::store {

base::Result<std::string> find_root(const std::string& start) {
  char resolved[PATH_MAX];
  if (::realpath(start.empty() ? "." : start.c_str(), resolved) == nullptr)
    return base::failed("open", start, errno);
  for (std::string directory = resolved;;) {
    struct stat info {};
    const std::string file = directory + (directory == "/" ? "" : "/") + std::string(office_file);
    if (::lstat(file.c_str(), &info) == 0) return directory;
    // Whether there is one cannot be seen: that is not to say that there is none.
    if (errno == EACCES) return base::failed("look into", directory, errno);
    if (directory == "/") break;
    const auto slash = directory.rfind('/');
    directory.resize(slash == 0 ? 1 : slash);
  }
  return base::Failure{
      base::Failing::environment,
      fmt::format("no rapport.yaml in '{}' or a directory above it",
                  base::printable(start.empty() ? std::string_view(".") : std::string_view(start))),
      "`rapport init` starts a repository here; -C DIR looks in another directory"};
}

}  // namespace rapport::store
