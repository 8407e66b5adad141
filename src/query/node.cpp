#include "query/node.hpp"

#include "query/faults.hpp"
#include "query/text.hpp"

#include <algorithm>

namespace rapport::query {
namespace {

Answer negate(Answer answer) {
  if (answer == Answer::maybe) return answer;
  return answer == Answer::yes ? Answer::no : Answer::yes;
}

/// A value that could not be decoded may be the one that is asked for.
Answer at_least(const Field& field, const Subject& subject, const Context& context) {
  const bool is_hidden = context.faults != nullptr && subject.head != nullptr &&
                         context.faults->hide(*subject.head, field);
  return is_hidden ? Answer::maybe : Answer::no;
}

Answer match_term(const Node& node, const Subject& subject, const Context& context) {
  if (!node.known.empty() && subject.head != nullptr) return node.known[subject.head->index];
  Answer best = at_least(node.field, subject, context);
  each_value(node.field, subject, context,
             [&](const void* value, const value::Type& type, Answer sure) {
               if (best != Answer::yes)
                 best = std::max(best, std::min(sure, node.test.of(value, type)));
             });
  return best;
}

/// Of an item it is not known whether a value of it could not be decoded, only of the record.
Answer match_item(const Node& node, const Subject& subject, const Context& context) {
  const bool has_faults = context.faults != nullptr && subject.head != nullptr &&
                          context.faults->hide_something(*subject.head);
  Answer best = has_faults ? Answer::maybe : Answer::no;
  each_value(node.field, subject, context,
             [&](const void* value, const value::Type& type, Answer sure) {
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

Answer match_words(const Node& node, const Subject& subject, const Context& context) {
  if (subject.head != nullptr && node.words.is_in(subject.head->id())) return Answer::yes;
  auto visit = [&](const void* value, const value::Type& type, const value::Row&) {
    return says(node.words, value, type, context.codes);
  };
  if (each_scalar(subject.value, *subject.type, nullptr, visit)) return Answer::yes;
  const bool has_faults = context.faults != nullptr && subject.head != nullptr &&
                          context.faults->hide_something(*subject.head);
  return has_faults ? Answer::maybe : Answer::no;
}

}  // namespace

Answer match(const Node& node, const Subject& subject, const Context& context) {
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
  const Answer end = is_all ? Answer::no : Answer::yes;
  Answer answer = negate(end);
  for (const Node& part : node.parts) {
    const Answer one = match(part, subject, context);
    answer = is_all ? std::min(answer, one) : std::max(answer, one);
    if (answer == end) break;
  }
  return answer;
}

}  // namespace rapport::query
