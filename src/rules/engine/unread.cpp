#include "rules/engine/unread.hpp"

#include "model/place.hpp"

#include <algorithm>

namespace rapport::rules {
namespace {

bool is_of_reference(std::string_view path) {
  return path.substr(0, path.find('/')) == model::rows_folder;
}

bool is_folder(const PathTrouble& trouble) {
  if (is_of_reference(trouble.path)) return false;
  switch (trouble.trouble) {
    case Trouble::link:
    case Trouble::unreadable:
      return !model::is_named_as_record(trouble.path);
    case Trouble::too_deep:
      return true;
    case Trouble::not_regular:  // partners or engagements itself
      return trouble.path.find('/') == std::string_view::npos;
    default:
      return false;
  }
}

bool has_rows(const PathTrouble& trouble) {
  return is_of_reference(trouble.path) && value::is_about_reading(trouble.trouble) &&
         trouble.trouble != Trouble::not_yaml && trouble.trouble != Trouble::hard_link;
}

}  // namespace

bool ends_reading(const FaultCode& code) {
  return code.is_syntax() && code != FaultCode(yaml::Problem::byte_order_mark);
}

std::string_view stem_of(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  return name.substr(0, name.find('.'));
}

std::vector<std::string_view> unread_ids(const Repository& repository) {
  std::vector<std::string_view> ids;
  for (const auto& found : repository.faults)
    if (ends_reading(found.fault.code)) ids.push_back(found.source->stem);
  for (const auto& trouble : repository.troubles)
    if (value::is_about_reading(trouble.trouble)) ids.push_back(stem_of(trouble.path));
  std::ranges::sort(ids);
  return ids;
}

bool lacks_folder(const Repository& repository) {
  return std::ranges::any_of(repository.troubles, &is_folder);
}

bool lacks_rows(const Repository& repository) {
  return std::ranges::any_of(repository.troubles, &has_rows) ||
         std::ranges::any_of(repository.faults, [](const FoundFault& found) {
           return is_of_reference(found.source->path) && ends_reading(found.fault.code);
         });
}

}  // namespace rapport::rules
