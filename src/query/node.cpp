#include "query/node.hpp"

#include "query/faults.hpp"
#include "query/text.hpp"

#include <algorithm>

namespace rapport::query {
namespace {

Truth negate(Truth answer) {
  if (answer == Truth::maybe) return answer;
  return answer == Truth::yes ? Truth::no : Truth::yes;
}

/// A value that could not be decoded may be the one that is asked for.
Truth at_least(const FieldPath& field, const Subject& subject, const Context& context) {
  const bool is_hidden = context.faults != nullptr && subject.head != nullptr &&
                         context.faults->hide(*subject.head, field);
  return is_hidden ? Truth::maybe : Truth::no;
}

Truth match_term(const Node& node, const Subject& subject, const Context& context) {
  if (!node.known.empty() && subject.head != nullptr) return node.known[subject.head->index];
  Truth best = at_least(node.field, subject, context);
  each_value(node.field, subject, context,
             [&](const void* value, const value::Type& type, Truth sure) {
               if (best != Truth::yes)
                 best = std::max(best, std::min(sure, node.test.of(value, type)));
             });
  return best;
}

/// Of an item it is not known whether a value of it could not be decoded, only of the record.
Truth match_item(const Node& node, const Subject& subject, const Context& context) {
  const bool has_faults = context.faults != nullptr && subject.head != nullptr &&
                          context.faults->hide_something(*subject.head);
  Truth best = has_faults ? Truth::maybe : Truth::no;
  each_value(node.field, subject, context,
             [&](const void* value, const value::Type& type, Truth sure) {
               Subject item{value, &type, nullptr, subject.in};
               if (type.shape == value::Shape::ref) {
                 item.head =
                     context.data.target(*static_cast<const value::Ref*>(value), node.field.refers);
                 if (item.head == nullptr) return;
                 item.value = record(context, *item.head);
                 item.type = &record_type(item.head->kind);
                 item.in = item.head;
               }
               best = std::max(best, std::min(sure, match(node.parts.front(), item, context)));
             });
  return best;
}

Truth match_words(const Node& node, const Subject& subject, const Context& context) {
  if (subject.head != nullptr && node.words.is_in(subject.head->id())) return Truth::yes;
  auto visit = [&](const void* value, const value::Type& type, const value::Field&) {
    return says(node.words, value, type, context.codes);
  };
  if (each_scalar(subject.value, *subject.type, nullptr, visit)) return Truth::yes;
  const bool has_faults = context.faults != nullptr && subject.head != nullptr &&
                          context.faults->hide_something(*subject.head);
  return has_faults ? Truth::maybe : Truth::no;
}

}  // namespace

Truth match(const Node& node, const Subject& subject, const Context& context) {
  switch (node.kind) {
    case Expression::Kind::term:
      return match_term(node, subject, context);
    case Expression::Kind::item:
      return match_item(node, subject, context);
    case Expression::Kind::words:
      return match_words(node, subject, context);
    case Expression::Kind::none:
      return negate(match(node.parts.front(), subject, context));
    default:
      break;
  }
  const bool is_all = node.kind == Expression::Kind::all;
  const Truth end = is_all ? Truth::no : Truth::yes;
  Truth answer = negate(end);
  for (const Node& part : node.parts) {
    const Truth one = match(part, subject, context);
    answer = is_all ? std::min(answer, one) : std::max(answer, one);
    if (answer == end) break;
  }
  return answer;
}

}  // namespace rapport::query
