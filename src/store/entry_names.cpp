#include "store/entry_names.hpp"

#include "base/unicode.hpp"
#include "model/place.hpp"
#include "value/ref.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace rapport::store {

using value::Trouble;

bool is_odd(std::string_view name) {
  if (name.starts_with('-') || !base::is_utf8(name)) return true;
  while (!name.empty()) {
    const char32_t point = base::next_code_point(name);
    if (base::is_control(point) || base::is_bidi_control(point)) return true;
  }
  return false;
}

Trouble judge(std::string_view name, EntryKind kind) {
  const bool named_as_record = model::is_named_as_record(name);
  switch (kind) {
    case EntryKind::link:
      return Trouble::link;
    case EntryKind::unknown:
      return Trouble::unreadable;
    case EntryKind::other:
      return Trouble::not_regular;
    case EntryKind::directory:
      if (named_as_record) return Trouble::not_regular;
      return is_odd(name) ? Trouble::odd_name : Trouble::none;
    case EntryKind::file:
      break;
  }
  if (named_as_record && value::is_id(model::id_of_name(name))) return Trouble::none;
  if (is_odd(name)) return Trouble::odd_name;
  return named_as_record ? Trouble::not_canonical : Trouble::not_yaml;
}

std::vector<std::pair<std::string_view, std::string_view>> find_twins(
    std::span<const std::string_view> ids, std::vector<std::string_view> not_canonical) {
  std::ranges::sort(not_canonical);
  std::map<std::string, std::string_view, std::less<>> seen;
  for (const auto id : ids) seen.emplace(id, id);
  std::vector<std::pair<std::string_view, std::string_view>> twins;
  for (const auto name : not_canonical) {
    const auto [at, is_first] = seen.emplace(base::caseless(name), name);
    twins.emplace_back(name, is_first ? std::string_view{} : at->second);
  }
  return twins;
}

}  // namespace rapport::store
