// The tree a query is compiled to, and how a record is held against it.
#pragma once

#include "query/field_path.hpp"
#include "query/needle.hpp"
#include "query/test.hpp"
#include "query/walk.hpp"

#include <functional>
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

  // Of a term, as it was written.
  Span at = {};
  std::string values = {};      // "gift,travel"
  bool asks_for_equal = false;  // and not for a part of a text, or before or after something

  // Of an item that several terms speak of.
  std::vector<FieldPath> asks = {};  // what is asked of it, from the record on
  bool negates = false;              // a value that is not there can make it true
};

/// What is asked: a record, or an item of one.
struct Subject {
  const void* value;
  const value::Type* type;
  const model::RecordHeader* head = nullptr;  // null: an item
  const model::RecordHeader* in = nullptr;    // the record, also of an item
  const Pins* pins = nullptr;                 // null: every item of a list counts
  /// The record that led to this one by what the two have in common: it is none of the others that
  /// have it, too.
  const model::RecordHeader* from = nullptr;
};

Subject subject(const model::RecordHeader& head, const Context& context,
                const Pins* pins = nullptr);
/// The record that a value of `field` refers to; none where there is no such record.
std::optional<Subject> referred(const value::Ref& ref, const FieldPath& field, value::Refers refers,
                                const Subject& from, const Context& context);

Truth match(const Node& node, const Subject& subject, const Context& context);

using Visit = std::function<void(const void* value, const value::Type& type, Truth sure)>;

/// Calls `visit(value, type, sure)` for every value behind the references that `field` leads to.
void each_onward(const FieldPath& field, const Subject& subject, const Context& context,
                 const Visit& visit);

/// The values up to `field.onward`.
template <class Visitor>
void each_near(const FieldPath& field, const Subject& subject, const Context& context,
               Visitor&& visit) {
  Truth sure = Truth::yes;
  auto pass = [&](const void* value, const value::Type& type) {
    visit(value, type, sure);
    return false;
  };
  if (field.derived == nullptr) {
    each(field.path, subject.value, *subject.type, context, value::Refers::nothing, subject.pins,
         pass);
    return;
  }
  if (subject.head == nullptr) return;
  const value::Refers refers = field.derived->refers_from(subject.head->kind);
  std::size_t nth = 0;
  auto take = [&](const void* value, Truth certainty) {
    const bool is_pinned_away =
        subject.pins != nullptr && !subject.pins->has(*field.derived, *subject.head, nth);
    ++nth;
    if (is_pinned_away) return;
    if (field.derived->is_across && subject.from != nullptr &&
        model::leads_to(*static_cast<const value::Ref*>(value), *subject.from))
      return;
    sure = certainty;
    each(field.path, value, field.derived->type, context, refers, subject.pins, pass);
  };
  field.derived->values(*subject.head, context, Sink(take));
}

/// Calls `visit(value, type, sure)` for every value the subject has of the field.
template <class Visitor>
void each_value(const FieldPath& field, const Subject& subject, const Context& context,
                Visitor&& visit) {
  if (!field.onward.empty()) return each_onward(field, subject, context, visit);
  each_near(field, subject, context, [&](const void* value, const value::Type& type, Truth sure) {
    if (!context.released_text || type.shape != value::Shape::text) return visit(value, type, sure);
    const std::string text =
        context.released_text(*static_cast<const value::Text*>(value), *subject.in);
    const value::Text released(text, yaml::Style::plain, 0);
    visit(static_cast<const void*>(&released), type, sure);
  });
}

}  // namespace rapport::query
