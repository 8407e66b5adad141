// The tree a query is compiled to, and how a record is held against it.
#pragma once

#include "query/field_path.hpp"
#include "query/needle.hpp"
#include "query/test.hpp"
#include "query/walk.hpp"

#include <vector>

namespace rapport::query {

struct Node {
  Expression::Kind kind = Expression::Kind::all;
  std::vector<Node> parts = {};
  FieldPath field = {};
  Test test = {};
  Needle words = Needle({});
  /// By index of the record, where the answers were worked out from the other end.
  std::vector<Truth> known = {};
};

/// What is asked: a record, or an item of one.
struct Subject {
  const void* value;
  const value::Type* type;
  const model::RecordHeader* head = nullptr;  // null: an item
  const model::RecordHeader* in = nullptr;    // the record, also of an item
};

Truth match(const Node& node, const Subject& subject, const Context& context);

/// Calls `visit(value, type, sure)` for every value the subject has of the field.
template <class Visit>
void each_value(const FieldPath& field, const Subject& subject, const Context& context,
                Visit&& visit) {
  Truth sure = Truth::yes;
  auto pass = [&](const void* value, const value::Type& type) {
    if (!context.released_text || type.shape != value::Shape::text) {
      visit(value, type, sure);
      return false;
    }
    const std::string text =
        context.released_text(*static_cast<const value::Text*>(value), *subject.in);
    const value::Text released(text, yaml::Style::plain, 0);
    visit(&released, type, sure);
    return false;
  };
  if (field.derived == nullptr) {
    each(field.path, subject.value, *subject.type, context, value::Refers::nothing, pass);
    return;
  }
  if (subject.head == nullptr) return;
  const value::Refers refers = field.derived->refers_from(subject.head->kind);
  auto take = [&](const void* value, Truth certainty) {
    sure = certainty;
    each(field.path, value, field.derived->type, context, refers, pass);
  };
  field.derived->values(*subject.head, context, Sink(take));
}

}  // namespace rapport::query
