#include "query/node.hpp"

#include "query/faults.hpp"
#include "query/of_case.hpp"
#include "query/text.hpp"

#include <algorithm>

namespace rapport::query {
namespace {

Truth negate(Truth answer) {
  if (answer == Truth::maybe) return answer;
  return answer == Truth::yes ? Truth::no : Truth::yes;
}

bool hides(const Faults& faults, const model::RecordHeader& head, const FieldPath& field,
           const Context& context) {
  const model::RecordHeader* asked = case_asked(field, head, context);
  return faults.hide(head, field) || (asked != nullptr && faults.hide(*asked, field));
}

/// A value that could not be decoded may be the one that is asked for.
Truth at_least(const FieldPath& field, const Subject& subject, const Context& context) {
  const bool is_hidden = context.faults != nullptr && subject.head != nullptr &&
                         hides(*context.faults, *subject.head, field, context);
  return is_hidden ? Truth::maybe : Truth::no;
}

/// Where an item is pinned, or the one that led here does not count, nothing is known beforehand.
bool is_known(const Node& node, const Subject& subject) {
  return !node.known.empty() && subject.head != nullptr && subject.from == nullptr &&
         (subject.pins == nullptr || subject.pins->computed.empty());
}

Truth match_term(const Node& node, const Subject& subject, const Context& context) {
  if (is_known(node, subject)) return node.known[subject.head->index];
  Truth best = at_least(node.field, subject, context);
  each_value(node.field, subject, context,
             [&](const void* value, const value::Type& type, Truth sure) {
               if (best != Truth::yes)
                 best = std::max(best, std::min(sure, node.test.of(value, type)));
             });
  return best;
}

/// Whether a value that could not be decoded may decide about the item. Of an item that was asked
/// for as such it is not known whether a value of it could not be decoded, only of the record.
bool is_hidden(const Node& node, const Subject& subject, const Context& context) {
  if (context.faults == nullptr || subject.head == nullptr) return false;
  if (node.asks.empty()) return context.faults->hide_something(*subject.head);
  return std::ranges::any_of(node.asks, [&](const FieldPath& field) {
    return hides(*context.faults, *subject.head, field, context);
  });
}

Truth match_item(const Node& node, const Subject& subject, const Context& context) {
  const Node& inner = node.parts.front();
  Truth best = Truth::no;
  each_value(node.field, subject, context,
             [&](const void* value, const value::Type& type, Truth sure) {
               if (best == Truth::yes) return;
               Subject item{value, &type, nullptr, subject.in, subject.pins};
               if (type.shape == value::Shape::ref) {
                 const auto record = referred(*static_cast<const value::Ref*>(value), node.field,
                                              node.field.refers, subject, context);
                 if (!record) return;
                 item = *record;
               }
               best = std::max(best, std::min(sure, match(inner, item, context)));
             });
  if (!is_hidden(node, subject, context)) return best;
  return node.negates ? Truth::maybe : std::max(best, Truth::maybe);
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

Subject subject(const model::RecordHeader& head, const Context& context, const Pins* pins) {
  return {record(context, head), &record_type(head.kind), &head, &head, pins};
}

std::optional<Subject> referred(const value::Ref& ref, const FieldPath& field, value::Refers refers,
                                const Subject& from, const Context& context) {
  const auto* head = context.data.target(ref, refers);
  if (head == nullptr) return std::nullopt;
  Subject found = subject(*head, context, from.pins);
  const bool is_shared = field.derived != nullptr && field.derived->is_across;
  if (is_shared && field.path.empty() && field.onward.empty()) found.from = from.head;
  return found;
}

void each_onward(const FieldPath& field, const Subject& subject, const Context& context,
                 const Visit& visit) {
  const FieldPath& onward = field.onward.front();
  const FieldPath near{.derived = field.derived, .path = field.path};
  const value::Refers refers =
      onward.of == model::RecordKind::partner ? value::Refers::partner : value::Refers::engagement;
  each_near(field, subject, context, [&](const void* value, const value::Type& type, Truth sure) {
    if (type.shape != value::Shape::ref) return;
    const auto record =
        referred(*static_cast<const value::Ref*>(value), near, refers, subject, context);
    if (!record) return;
    each_value(onward, *record, context,
               [&](const void* inner, const value::Type& inner_type, Truth certainty) {
                 visit(inner, inner_type, std::min(sure, certainty));
               });
  });
}

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
