#include "query/derived.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rapport::query {

const Derived* find_derived(std::string_view name, model::RecordKind kind) {
  for (const auto& derived : all_derived())
    if (derived.name == name && derived->is_of(kind)) return derived.spec;
  return nullptr;
}

value::Refers Derived::refers_from(model::RecordKind kind) const {
  if (!is_across && refers != value::Refers::record) return refers;
  const bool is_of_partner = kind == model::RecordKind::partner;
  return is_of_partner == is_across ? value::Refers::engagement : value::Refers::partner;
}

value::Reveals Derived::disclosure() const {
  return rests_on.empty() ? value::Reveals::source : value::Reveals{reveals};
}

namespace {

const value::Type& item_type(const value::Type& type) {
  return type.shape == value::Shape::list ? item_type(*type.element) : type;
}

bool is_inside(const value::Field& row, const value::Type& type) {
  const value::Type& block = item_type(type);
  if (block.shape != value::Shape::block) return false;
  return std::ranges::any_of(block.rows().rows, [&row](const value::Field& each) {
    return &each == &row || is_inside(row, *each.type);
  });
}

bool leads_by(const value::Field& row, std::string_view path, model::RecordKind kind) {
  const value::Type* block = &record_type(kind);
  for (const std::string_view part : base::split(path, '.')) {
    if (block->shape != value::Shape::block) return false;
    const value::Field* const found = field_named(block, part);
    if (found == nullptr) return false;
    if (found == &row) return true;
    block = &item_type(*found->type);
  }
  return is_inside(row, *block);
}

}  // namespace

bool Derived::rests_on_row(const value::Field& row) const {
  if (rests_on.empty() && rests_on_for_office.empty()) return true;
  const auto has_it = [&row](std::string_view path) {
    return leads_by(row, path, model::RecordKind::partner) ||
           leads_by(row, path, model::RecordKind::engagement);
  };
  return std::ranges::any_of(rests_on, has_it) || std::ranges::any_of(rests_on_for_office, has_it);
}

}  // namespace rapport::query
