// Where a dotted name goes through a list: up to the item, and on from there.
#include "query/field_path.hpp"

namespace rapport::query {
namespace {

using value::Shape;
using value::Type;

const Type* scalar_or_block(const Type* type) {
  while (type->shape == Shape::list) type = type->element;
  return type;
}

/// The way up to its `count`th row.
FieldPath head_of(const FieldPath& field, std::size_t count) {
  FieldPath head{.of = field.of, .derived = field.derived, .derived_name = field.derived_name};
  head.path.assign(field.path.begin(), field.path.begin() + static_cast<std::ptrdiff_t>(count));
  if (count > 0) {
    head.type = scalar_or_block(head.path.back()->type);
    head.refers = head.path.back()->meta.refers;
  } else {
    head.type = &field.derived->type;
    head.refers = field.derived->refers_from(*field.of);
  }
  head.name = head.canonical();
  return head;
}

/// The way on from there; none where it ends there.
std::optional<FieldPath> rest_of(const FieldPath& field, std::size_t count) {
  if (count == field.path.size() && field.onward.empty()) return std::nullopt;
  if (count == field.path.size()) return field.onward.front();
  FieldPath rest{.onward = field.onward, .type = field.type, .refers = field.refers};
  rest.path.assign(field.path.begin() + static_cast<std::ptrdiff_t>(count), field.path.end());
  rest.name = rest.canonical();
  return rest;
}

/// Whether one of many is meant at the `count`th row, or at the computed field itself, that has
/// fields: a block always, a reference where the way leads on through it.
bool is_list_at(const FieldPath& field, std::size_t count) {
  const Type* type = count == 0 ? &field.derived->type : field.path[count - 1]->type;
  const bool has_many = count == 0 ? field.derived->has_many : type->shape == Shape::list;
  if (!has_many) return false;
  const bool leads_on = count < field.path.size() || !field.onward.empty();
  return scalar_or_block(type)->shape == Shape::block || leads_on;
}

}  // namespace

std::optional<ByItem> by_item(const FieldPath& field) {
  for (std::size_t count = field.derived != nullptr ? 0 : 1; count <= field.path.size(); ++count)
    if (is_list_at(field, count)) return ByItem{head_of(field, count), rest_of(field, count)};
  if (field.onward.empty()) return std::nullopt;
  auto further = by_item(field.onward.front());
  if (!further) return std::nullopt;
  FieldPath list = field;
  list.type = further->list.type;
  list.refers = further->list.refers;
  list.onward = {std::move(further->list)};
  list.name = list.canonical();
  return ByItem{std::move(list), std::move(further->inner)};
}

FieldPath joined(FieldPath list, FieldPath inner) {
  list.type = inner.type;
  list.refers = inner.refers;
  if (!list.onward.empty()) {
    list.onward.front() = joined(std::move(list.onward.front()), std::move(inner));
  } else if (inner.derived != nullptr) {
    list.onward.push_back(std::move(inner));
  } else {
    list.path.insert(list.path.end(), inner.path.begin(), inner.path.end());
    list.onward = std::move(inner.onward);
  }
  list.name = list.canonical();
  return list;
}

bool is_same_list(const FieldPath& a, const FieldPath& b) {
  return a.derived == b.derived && a.path == b.path && a.onward.size() == b.onward.size() &&
         (a.onward.empty() || is_same_list(a.onward.front(), b.onward.front()));
}

}  // namespace rapport::query
