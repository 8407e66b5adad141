#include "app/list_item.hpp"

#include "app/typed_value.hpp"
#include "model/align.hpp"
#include "model/record_path.hpp"

#include <algorithm>

namespace rapport::app {
namespace {

using yaml::Value;

/// What names it among the others; null without such a field, or without a value in it.
const Value* named_by(const Value& item, const value::Type& element) {
  const value::Field* const name =
      item.kind == yaml::Kind::mapping ? model::item_name(element) : nullptr;
  return name == nullptr ? nullptr : find_child(item, name->name);
}

bool says_all_of(const Value& listed, const Value& item) {
  if (item.kind != yaml::Kind::mapping || listed.kind != yaml::Kind::mapping)
    return model::says_same(listed, item);
  for (std::size_t i = 0; i < item.keys.size(); ++i) {
    const Value* const said = find_child(listed, item.keys[i]);
    if (said == nullptr || !model::says_same(*said, item.children[i])) return false;
  }
  return true;
}

/// Two posts in one body are two affiliations, but a partner takes part once.
bool is_only_one_of_its_name(const value::Type& element) {
  const value::Field* const name = model::item_name(element);
  return name != nullptr && (name->name == "key" || name->meta.naming == value::Naming::single);
}

}  // namespace

Presence presence_of(const Value& list, const Value& item, const value::Type& element) {
  if (std::ranges::any_of(list.children,
                          [&](const Value& listed) { return says_all_of(listed, item); }))
    return Presence::same;
  const bool has_name = named_by(item, element) != nullptr;
  return has_name && is_only_one_of_its_name(element) && !find_items(list, item, element).empty()
             ? Presence::other
             : Presence::none;
}

std::vector<std::size_t> find_items(const Value& list, const Value& item,
                                    const value::Type& element) {
  const Value* const name = named_by(item, element);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < list.children.size(); ++i) {
    const Value& listed = list.children[i];
    const Value* const other = name == nullptr ? nullptr : named_by(listed, element);
    if (listed == item || (other != nullptr && other->text == name->text)) found.push_back(i);
  }
  return found;
}

std::string name_of(const Value& item, const value::Type& element) {
  const Value* const name = named_by(item, element);
  return shown_value(name == nullptr ? item : *name);
}

}  // namespace rapport::app
