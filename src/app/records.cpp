#include "app/records.hpp"

#include "app/snapshot.hpp"
#include "base/shell.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

/// Of a hard link the text was read; what is not named as a record is left to `rapport validate`.
void add_unread(std::vector<std::string>& paths, std::span<const store::PathTrouble> troubles) {
  for (const auto& trouble : troubles)
    if (trouble.trouble != store::Trouble::not_yaml && trouble.trouble != store::Trouble::hard_link)
      paths.emplace_back(trouble.path);
}

std::vector<std::string> each_once(std::vector<std::string> paths) {
  std::ranges::sort(paths);
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

}  // namespace

std::vector<std::string> Records::unreadable() const {
  std::vector<std::string> paths;
  for (const auto& found : reading.faults)
    if (found.fault.code.is_syntax() &&
        !(found.fault.code == value::FaultCode(yaml::Problem::byte_order_mark)))
      paths.emplace_back(found.source->path);
  add_unread(paths, reading.troubles);
  return each_once(std::move(paths));
}

std::vector<std::string> Records::in_conflict() const {
  std::vector<std::string> paths;
  for (const auto& found : reading.faults)
    if (found.fault.code == value::FaultCode(yaml::Problem::conflict_marker))
      paths.emplace_back(found.source->path);
  return each_once(std::move(paths));
}

base::Failure value_cannot_be_read(const model::RecordHeader& record) {
  const auto& path = record.source->path;
  return {base::Failing::data,
          fmt::format("'{}' has a value that cannot be read", base::printable(path)),
          fmt::format("rapport validate {}", base::shell_word(path))};
}

std::vector<std::string> unread_rows(const Reference& reference) {
  std::vector<std::string> paths;
  for (const auto& file : reference.library.own_files())
    if (file.rows == nullptr) paths.emplace_back(file.source->path);
  add_unread(paths, reference.troubles);
  return each_once(std::move(paths));
}

std::vector<std::string> unreadable_rows(const Reference& reference) {
  std::vector<std::string> paths = unread_rows(reference);
  for (const auto& file : reference.library.own_files())
    if (!file.faults.empty()) paths.emplace_back(file.source->path);
  return each_once(std::move(paths));
}

}  // namespace rapport::app
