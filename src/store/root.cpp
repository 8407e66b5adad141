#include "store/root.hpp"

#include "base/files.hpp"
#include "base/temporary.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "store/layout.hpp"
#include "yaml/tree.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <charconv>
#include <climits>
#include <cstdlib>
#include <utility>

namespace rapport::store {
namespace {

/// What stands behind `format:` at the beginning of a line, without reading YAML: a later version
/// may write the rest in a way that we cannot read. 1 where there is no number.
unsigned format_of(std::string_view office) {
  constexpr std::string_view key = "format:";
  if (office.starts_with("\xef\xbb\xbf")) office.remove_prefix(3);
  for (std::string_view line : base::lines(office)) {
    if (!line.starts_with(key)) continue;
    line = base::trim(line.substr(key.size()));
    unsigned format = 1;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), format);
    return read.ec == std::errc::result_out_of_range ? UINT_MAX : format;
  }
  return 1;
}

base::Result<std::string> readable(std::string directory) {
  const std::string file = directory + "/" + std::string(office_file);
  const auto office = base::read_file(file, yaml::size_limit);
  if (!office) return directory;  // why it cannot be read is said later
  if (auto checked = check_format(file, *office); !checked) return checked.failure();
  return directory;
}

}  // namespace

base::Done check_format(std::string_view path, std::string_view office) {
  const unsigned format = format_of(office);
  if (format <= format_version) return base::done();
  return base::Failure{base::Failing::environment,
                       fmt::format("'{}' is of format {}: a newer version of rapport is needed, "
                                   "this one reads up to format {}",
                                   base::printable(path), format, format_version)};
}

base::Result<std::string> find_root(const std::string& start) {
  char resolved[PATH_MAX];
  if (::realpath(start.empty() ? "." : start.c_str(), resolved) == nullptr)
    return base::failed("open", start, errno);
  for (std::string directory = resolved;;) {
    struct stat info {};
    const std::string file = directory + (directory == "/" ? "" : "/") + std::string(office_file);
    if (::lstat(file.c_str(), &info) == 0) return readable(std::move(directory));
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
