#include "rules/engine/field_walk.hpp"

#include "model/record_type.hpp"

namespace rapport::rules {
namespace {

const value::Type& element_of(const value::Type& type) {
  return type.shape == value::Shape::list ? *type.element : type;
}

bool holds_free_text(const value::Field& row) { return is_free_text(element_of(*row.type)); }

}  // namespace

bool is_free_text(const value::Type& type) {
  return type.shape == value::Shape::text && type.name == value::type_of<value::Text>.name;
}

FieldWalk::FieldWalk(const value::Type& type, Wanted wanted) {
  // Only addresses are taken of it: where each row's value lies is asked once, and not on each
  // walk.
  alignas(std::max_align_t) static std::byte anywhere[1024];
  for (const value::Field& row : type.rows().rows) {
    const value::Type& element = element_of(*row.type);
    const auto offset = static_cast<const std::byte*>(row.of(anywhere)) - anywhere;
    if (element.rows != nullptr) {
      auto below = std::make_unique<FieldWalk>(element, wanted);
      if (!below->empty()) steps_.push_back({&row, offset, std::move(below)});
    } else if (wanted(row)) {
      steps_.push_back({&row, offset, nullptr});
    }
  }
}

const FieldWalk& partner_texts() {
  static const FieldWalk plan(model::partner_type(), &holds_free_text);
  return plan;
}

const FieldWalk& engagement_texts() {
  static const FieldWalk plan(model::engagement_type(), &holds_free_text);
  return plan;
}

const FieldWalk& office_texts() {
  static const FieldWalk plan(model::office_type(), &holds_free_text);
  return plan;
}

const FieldWalk& reference_texts() {
  static const FieldWalk plan(model::reference_type(), &holds_free_text);
  return plan;
}

}  // namespace rapport::rules
