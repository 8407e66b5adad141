#include "app/typed_record.hpp"

#include "app/record_changes.hpp"
#include "model/place.hpp"

#include <climits>
#include <cstdlib>
#include <filesystem>

namespace rapport::app {
namespace {

std::string tidied(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().string();
}

bool is_read(std::string_view path) {
  return path == model::office_file || model::is_record_path(path) ||
         model::folder_of_path(path) == model::rows_folder;
}

}  // namespace

std::string typed_record(const std::string& root, const std::string& directory,
                         std::string_view typed) {
  const bool is_file = typed.find('/') != typed.npos || model::is_named_as_record(typed);
  if (!is_file) return std::string(typed);
  char here[PATH_MAX];
  const bool is_there = ::realpath(directory.empty() ? "." : directory.c_str(), here) != nullptr;
  std::string path = tidied(typed.starts_with('/') || !is_there
                                ? std::string(typed)
                                : std::string(here) + "/" + std::string(typed));
  if (path.starts_with(root + "/")) path.erase(0, root.size() + 1);
  return record_name(is_read(path) ? path : tidied(std::string(typed)));
}

}  // namespace rapport::app
