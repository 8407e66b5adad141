#include "app/validate_scope.hpp"

#include "app/no_record.hpp"
#include "app/records.hpp"
#include "base/files.hpp"
#include "base/unicode.hpp"
#include "store/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <optional>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;

/// `named` in `directory`, without links but for the last name, which may be a link that was not
/// followed; none where there is nothing.
std::optional<std::string> resolved(const std::string& directory, std::string_view named) {
  const std::string path =
      named.starts_with('/') ? std::string(named) : directory + "/" + std::string(named);
  if (!base::exists(path)) return std::nullopt;
  const auto slash = path.rfind('/');
  const std::string last = path.substr(slash + 1);
  const bool is_name = last != "." && last != "..";
  char real[PATH_MAX];
  if (::realpath(is_name ? path.substr(0, slash + 1).c_str() : path.c_str(), real) == nullptr)
    return std::nullopt;
  const std::string above = real;
  return is_name ? above + (above == "/" ? "" : "/") + last : above;
}

/// Where names are looked for: in the directory of the one who asks, then in the root.
struct Places {
  const std::string& directory;
  const std::string& root;

  /// From the root, as findings name it: empty for the root itself, none for what is not in it.
  std::optional<std::string> from_root(std::string_view named) const {
    for (const std::string& from : {directory.empty() ? std::string(".") : directory, root}) {
      const auto full = resolved(from, named);
      if (!full) continue;
      if (*full == root) return std::string();
      if (full->starts_with(root + "/")) return full->substr(root.size() + 1);
    }
    return std::nullopt;
  }
};

/// A file or folder that `validate` looks into.
bool is_looked_at(std::string_view path) {
  if (path == store::office_file) return true;
  return std::ranges::count(store::read_folders, path.substr(0, path.find('/'))) != 0;
}

Failure nothing(const Snapshot& snapshot, const Places& places, const std::string& named) {
  if (places.from_root(named + ".yaml"))
    return {Failing::usage, fmt::format("no record '{}'", base::printable(named)),
            fmt::format("did you mean '{}.yaml'?", base::printable(named))};
  if (places.from_root(named))
    return {Failing::usage, fmt::format("no records are kept in '{}'", base::printable(named)),
            "they are in partners/ and engagements/, rows of the office in reference/"};
  return no_record(snapshot, named);
}

}  // namespace

base::Result<ValidateScope> resolve_scope(const Snapshot& snapshot, const std::string& directory,
                                          std::span<const std::string> named,
                                          std::span<const value::FoundFault> faults,
                                          std::span<const value::PathTrouble> troubles,
                                          std::span<const store::TextFile> files) {
  ValidateScope scope{.everything = named.empty()};
  const Places places{directory, snapshot.root()};
  const auto& data = snapshot.records().dataset;
  for (const std::string& each : named) {
    if (each.empty())
      return Failure{Failing::usage, "an empty FILE|FOLDER|ID",
                     "name a file, a folder or a record; without any, everything is checked"};
    std::string_view name = each;
    while (name.size() > 1 && name.ends_with('/')) name.remove_suffix(1);
    const std::size_t before = scope.paths.size();
    const auto path = places.from_root(name);
    if (path && path->empty()) scope.everything = true;
    const std::string file = path.value_or(std::string(name));
    const std::string folder = file + "/";
    const auto add = [&](std::string_view known, std::string_view stem) {
      if (known == file || stem == name || known.starts_with(folder)) scope.paths.push_back(known);
    };
    for (std::uint32_t i = 0; i < data.size(); ++i)
      add(data.head(i).source->path, data.head(i).id());
    for (const auto& found : faults) add(found.source->path, found.source->stem);
    for (const auto& trouble : troubles) add(trouble.path, {});
    for (const auto& each_file : files) add(each_file.path, {});
    if (file == store::office_file) scope.paths.push_back(store::office_file);
    const bool is_known = scope.paths.size() != before || scope.everything;
    if (!is_known && !(path && is_looked_at(*path))) return nothing(snapshot, places, each);
  }
  return scope;
}

}  // namespace rapport::app
