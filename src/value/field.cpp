#include "value/field.hpp"

#include <algorithm>
#include <cassert>

namespace rapport::value {
namespace {

void mark_rows(const FieldSet& set, void* fields, Origin origin, base::Arena& arena) {
  for (const Field& row : set.rows) mark_as_taken(*row.type, row.member(fields), origin, arena);
}

}  // namespace

const Field* field_named(const Type* block, std::string_view name) {
  if (block == nullptr || block->rows == nullptr) return nullptr;
  const auto rows = block->rows().rows;
  const auto found = std::ranges::find(rows, name, &Field::name);
  return found == rows.end() ? nullptr : &*found;
}

void mark_as_taken(const Type& type, void* value, Origin origin, base::Arena& arena) {
  if (!type.present(value)) return;
  if (type.detach != nullptr) type.detach(value, arena);
  if (type.shape == Shape::text) {
    auto& text = *static_cast<Text*>(value);
    text = text.taken_from(origin);
  } else if (type.shape == Shape::list) {
    const Items items = type.items(value);
    auto* item = const_cast<std::byte*>(items.data);
    for (std::size_t i = 0; i < items.count; ++i, item += type.element->size)
      mark_as_taken(*type.element, item, origin, arena);
  } else if (type.shape == Shape::block) {
    mark_rows(type.rows(), const_cast<void*>(type.fields(value)), origin, arena);
  }
}

namespace detail {

const Field& row_with(const FieldSet& set, void* (*member)(void*)) {
  const auto found = std::ranges::find(set.rows, member, &Field::member);
  assert(found != set.rows.end());
  return *found;
}

}  // namespace detail
}  // namespace rapport::value
