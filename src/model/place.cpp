#include "model/place.hpp"

#include "base/text.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace rapport::model {
namespace {

/// What is below `above` in the path; empty when it is elsewhere.
std::string_view below(std::string_view above, std::string_view path) {
  const bool is_below =
      path.size() > above.size() && path.starts_with(above) && path[above.size()] == '/';
  return is_below ? path.substr(above.size() + 1) : std::string_view{};
}

/// The year whose folder it is; empty when it is none of a year.
std::string_view year_in(std::string_view folder) {
  const auto name = below(engagements_folder, folder);
  return name.size() == 4 && std::ranges::all_of(name, base::is_digit) ? name : std::string_view{};
}

}  // namespace

std::string folder_of(Group group) {
  return fmt::format("{}/{}", partners_folder, value::word(group));
}

std::string folder_of_year(int year) { return fmt::format("{}/{:04}", engagements_folder, year); }

std::string path_in(std::string_view folder, std::string_view id) {
  return fmt::format("{}/{}{}", folder, id, record_suffix);
}

std::vector<std::string> folders_of_records() {
  std::vector<std::string> folders;
  for (const auto group : value::words_of<Group>)
    folders.push_back(fmt::format("{}/{}", partners_folder, group));
  folders.emplace_back(cases_folder);
  folders.emplace_back(undated_folder);
  return folders;
}

std::string_view folder_of_path(std::string_view path) {
  const auto name = path.rfind('/');
  return name == path.npos ? std::string_view{} : path.substr(0, name);
}

bool is_folder_of(std::string_view folder, Group group) {
  return group != Group::absent && below(partners_folder, folder) == value::word(group);
}

bool is_folder_of_year(std::string_view folder, int year) {
  const auto name = year_in(folder);
  int number = -1;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return number == year;
}

bool is_folder_of_some_year(std::string_view folder) { return !year_in(folder).empty(); }

bool is_partner_path(std::string_view path) { return !below(partners_folder, path).empty(); }

bool is_record_path(std::string_view path) {
  const bool is_there = is_partner_path(path) || !below(engagements_folder, path).empty();
  return is_there && is_named_as_record(path) && path.find("/.") == path.npos;
}

bool is_named_as_record(std::string_view path) { return path.ends_with(record_suffix); }

std::string_view id_of_name(std::string_view name) {
  return name.substr(0, name.size() - record_suffix.size());
}

}  // namespace rapport::model
