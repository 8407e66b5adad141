#include "rules/engine/keyed.hpp"

#include "model/record_type.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

namespace rapport::rules {
namespace {

const value::Field* key_row(const value::Type& element) {
  if (element.rows == nullptr) return nullptr;
  const auto rows = element.rows().rows;
  const auto found = std::ranges::find_if(rows, [](const value::Field& row) {
    return row.name == "key" && row.type->name == value::KeyForm::name;
  });
  return found == rows.end() ? nullptr : &*found;
}

struct KeyedList {
  const value::Field* outer;  // the block it stands in; null at the top of the record
  const value::Field* list;
  const value::Field* key;
};

void gather(const value::Type& type, const value::Field* outer, std::vector<KeyedList>& into) {
  for (const value::Field& row : type.rows().rows) {
    if (row.type->shape == value::Shape::block && outer == nullptr) gather(*row.type, &row, into);
    if (row.type->shape != value::Shape::list) continue;
    if (const auto* key = key_row(*row.type->element)) into.push_back({outer, &row, key});
  }
}

std::vector<KeyedList> gathered(const value::Type& type) {
  std::vector<KeyedList> lists;
  gather(type, nullptr, lists);
  return lists;
}

const std::vector<KeyedList>& lists_of(const value::Type& type) {
  static const std::vector<KeyedList> partner = gathered(model::partner_type());
  static const std::vector<KeyedList> engagement = gathered(model::engagement_type());
  static const std::vector<KeyedList> office = gathered(model::office_type());
  if (&type == &model::partner_type()) return partner;
  return &type == &model::engagement_type() ? engagement : office;
}

void check(const RecordHeader& head, const KeyedList& list, value::Items items, std::size_t size,
           Report& report) {
  const auto key_at = [&](std::size_t i) -> const value::Text& {
    return *static_cast<const value::Text*>(list.key->of(items.data + i * size));
  };
  const auto repeat = [&](std::size_t late, std::size_t early) {
    if (!key_at(late).is_in_own_file()) return;
    report.add(head, key_at(late), fmt::format("key '{}' is used already", key_at(late).raw()))
        .note(place_of(head, key_at(early)), "by this item")
        .fix("give each item of the list a key of its own");
  };
  constexpr std::size_t few = 24;
  if (items.count <= few) {
    for (std::size_t i = 1; i < items.count; ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (key_at(i) && key_at(i).raw() == key_at(j).raw()) {
          repeat(i, j);
          break;
        }
    return;
  }
  std::map<std::string_view, std::size_t> seen;
  for (std::size_t i = 0; i < items.count; ++i) {
    if (!key_at(i)) continue;
    const auto [found, is_new] = seen.try_emplace(key_at(i).raw(), i);
    if (!is_new) repeat(i, found->second);
  }
}

}  // namespace

void same_keys(const RecordHeader& head, const value::Type& type, const void* record,
               Report& report) {
  for (const KeyedList& list : lists_of(type)) {
    const void* block = record;
    if (list.outer != nullptr) {
      block = list.outer->type->fields(list.outer->of(record));
      if (block == nullptr) continue;
    }
    const value::Items items = list.list->type->items(list.list->of(block));
    if (items.count > 1) check(head, list, items, list.list->type->element->size, report);
  }
}

}  // namespace rapport::rules
