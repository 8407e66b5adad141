// Walking the rows of a record without knowing its type.
#pragma once

#include "query/context.hpp"
#include "query/of_case.hpp"
#include "query/period.hpp"
#include "query/pins.hpp"
#include "value/field.hpp"

#include <span>

namespace rapport::query {

using Path = std::span<const value::Field* const>;

using model::interval;

/// Calls `visit(value, type)` for every value at `path` below `value` that is present: for each
/// item of a list (of those that are pinned, one), and through references; once, with a Period, for
/// what lies between two dates. Stops when it answers true, and answers true then.
template <class Visit>
bool each(Path path, const void* value, const value::Type& type, const Context& context,
          value::Refers refers, const Pins* pins, Visit& visit) {
  if (!type.present(value)) return false;
  if (type.shape == value::Shape::list) {
    const value::Items items = type.items(value);
    for (std::size_t i = 0; i < items.count; ++i) {
      if (pins != nullptr && !pins->items.has(items, i)) continue;
      const void* item = items.data + i * type.element->size;
      if (each(path, item, *type.element, context, refers, pins, visit)) return true;
    }
    return false;
  }
  if (path.empty()) return visit(value, type);
  const value::Field& row = *path.front();
  const void* fields = nullptr;
  if (type.shape == value::Shape::block) {
    fields = type.fields(value);
  } else if (const auto* head =
                 context.data.target(*static_cast<const value::Ref*>(value), refers)) {
    fields = record(context, *head);
  }
  if (fields == nullptr) return false;
  fields = with_case(row, fields, context);
  if (path.size() == 1)
    if (const Period between = interval(row, fields))
      return visit(static_cast<const void*>(&between), period_type());
  return each(path.subspan(1), row.of(fields), *row.type, context, row.meta.refers, pins, visit);
}

/// Calls `visit(value, row)` for every scalar of a record, in the order of its rows; stops
/// likewise.
template <class Visit>
bool each_scalar(const void* value, const value::Type& type, const value::Field* row,
                 Visit& visit) {
  if (!type.present(value)) return false;
  if (type.shape == value::Shape::list) {
    const value::Items items = type.items(value);
    for (std::size_t i = 0; i < items.count; ++i)
      if (each_scalar(items.data + i * type.element->size, *type.element, row, visit)) return true;
    return false;
  }
  if (type.shape != value::Shape::block) return visit(value, type, *row);
  const void* fields = type.fields(value);
  if (fields == nullptr) return false;
  for (const value::Field& inner : type.rows().rows)
    if (each_scalar(inner.of(fields), *inner.type, &inner, visit)) return true;
  return false;
}

}  // namespace rapport::query
