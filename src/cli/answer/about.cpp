#include "cli/answer/about.hpp"

#include "base/files.hpp"
#include "base/unicode.hpp"
#include "cli/answer/show.hpp"
#include "cli/records.hpp"
#include "cli/session.hpp"
#include "store/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <optional>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;

/// `named` in `directory`, without links but for the last name, which may be a link that was not
/// followed; none where there is nothing.
std::optional<std::string> resolved(const std::string& directory, std::string_view named) {
  const std::string path =
      named.starts_with('/') ? std::string(named) : directory + "/" + std::string(named);
  if (!base::is_there(path)) return std::nullopt;
  const auto slash = path.rfind('/');
  const std::string last = path.substr(slash + 1);
  const bool is_name = last != "." && last != "..";
  char real[PATH_MAX];
  if (::realpath(is_name ? path.substr(0, slash + 1).c_str() : path.c_str(), real) == nullptr)
    return std::nullopt;
  const std::string above = real;
  return is_name ? above + (above == "/" ? "" : "/") + last : above;
}

/// From the root, as findings name it: empty for the root itself, none for what is not in it.
std::optional<std::string> from_root(const Session& session, std::string_view named) {
  const std::string& root = session.root();
  const std::string& from = session.globals().directory;
  for (const std::string& directory : {from.empty() ? std::string(".") : from, root}) {
    const auto full = resolved(directory, named);
    if (!full) continue;
    if (*full == root) return std::string();
    if (full->starts_with(root + "/")) return full->substr(root.size() + 1);
  }
  return std::nullopt;
}

/// A file or folder that `validate` looks into.
bool is_looked_at(std::string_view path) {
  if (path == store::office_file) return true;
  return std::ranges::count(store::read_folders, path.substr(0, path.find('/'))) != 0;
}

Failure nothing(const Session& session, const std::string& named) {
  if (from_root(session, named + ".yaml"))
    return {Failing::usage, fmt::format("no record '{}'", base::printable(named)),
            fmt::format("did you mean '{}.yaml'?", base::printable(named))};
  if (from_root(session, named))
    return {Failing::usage, fmt::format("no records are kept in '{}'", base::printable(named)),
            "they are in partners/ and engagements/, rows of the office in reference/"};
  return no_record(session, named);
}

}  // namespace

base::Result<About> paths_about(const Session& session, std::span<const std::string> named,
                                std::span<const value::FoundFault> faults,
                                std::span<const value::PathTrouble> troubles) {
  About about{.everything = named.empty()};
  const auto& data = session.records()->dataset;
  for (const std::string& each : named) {
    if (each.empty())
      return Failure{Failing::usage, "an empty FILE|FOLDER|ID",
                     "name a file, a folder or a record; without any, everything is checked"};
    std::string_view name = each;
    while (name.size() > 1 && name.ends_with('/')) name.remove_suffix(1);
    const std::size_t before = about.paths.size();
    const auto path = from_root(session, name);
    if (path && path->empty()) about.everything = true;
    const std::string file = path.value_or(std::string(name));
    const std::string folder = file + "/";
    const auto add = [&](std::string_view known, std::string_view stem) {
      if (known == file || stem == name || known.starts_with(folder)) about.paths.push_back(known);
    };
    for (std::uint32_t i = 0; i < data.size(); ++i)
      add(data.head(i).source->path, data.head(i).id());
    for (const auto& found : faults) add(found.source->path, found.source->stem);
    for (const auto& trouble : troubles) add(trouble.path, {});
    if (file == store::office_file) about.paths.push_back(store::office_file);
    const bool is_known = about.paths.size() != before || about.everything;
    if (!is_known && !(path && is_looked_at(*path))) return nothing(session, each);
  }
  return about;
}

}  // namespace rapport::cli
