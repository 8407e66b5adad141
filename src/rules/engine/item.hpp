// Items of lists that are named by their keys, also where a key is missing or cannot be read: by
// their position then.
#pragma once

#include "rules/engine/report.hpp"
#include "value/field.hpp"
#include "value/list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace rapport::rules {

/// "k1"; "no. 2" of an item without a key.
template <class Item>
std::string name_of_item(const value::List<Item>& items, const Item& item) {
  if (item.key) return item.key.str();
  return fmt::format("no. {}", &item - items.begin() + 1);
}

/// Its key, or the first of what it says.
template <class Item>
Place place_of_item(const RecordHeader& head, const Item& item) {
  if (item.key) return place_of(head, item.key);
  std::uint32_t first = std::numeric_limits<std::uint32_t>::max();
  for (const value::Field& field : value::rows_of<Item>().rows) {
    const void* value = field.of(&item);
    if (field.type->present(value)) first = std::min(first, field.type->offset(value));
  }
  if (first == std::numeric_limits<std::uint32_t>::max()) return place_of(head);
  return {head.source, first, value::value_length(head.source->text, first)};
}

}  // namespace rapport::rules
