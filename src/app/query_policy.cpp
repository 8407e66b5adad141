#include "app/query_policy.hpp"

#include "release/cleared_record.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using model::RecordKind;
using value::Reveals;
using value::Shape;

Failure refused(std::string_view instead) {
  return {Failing::refused, "the output would reveal what this audience may not know",
          std::string(instead)};
}

constexpr std::string_view other_fields =
    "use fields that reveal nothing about people, or list for the office";
constexpr std::string_view no_free_words =
    "free words search every field; use a field that reveals nothing about people, such as "
    "country:HND";

/// A name is asked of those only who are shown by name; of whom an engagement names, never.
bool tells(Reveals what, RecordKind kind) {
  return what != Reveals::open && !(what == Reveals::identity && kind == RecordKind::partner);
}

/// Whatever names another record links to it.
bool refers_away(value::Refers refers) {
  return refers == value::Refers::partner || refers == value::Refers::engagement;
}

const value::Type& item_of(const value::Field& row) {
  const value::Type* type = row.type;
  while (type->shape == Shape::list) type = type->element;
  return *type;
}

/// Of a list some items are left out, for what they are or whom they name, and of a block some
/// counts, where they are small: the answer would come from those too.
bool is_kept_in_part(const value::Field& row) {
  const value::Type& item = item_of(row);
  if (release::Gate::narrows(item) || release::Gate::suppresses_in(item)) return true;
  return row.type->shape == Shape::list && item.shape == Shape::block &&
         std::ranges::any_of(item.rows().rows, [](const value::Field& inner) {
           return inner.type->shape == Shape::ref;
         });
}

bool tells(const value::Field& row, RecordKind kind) {
  return tells(row.meta.reveals, kind) || refers_away(row.meta.refers) || is_kept_in_part(row);
}

/// That a block or an item is there tells of whatever it may hold.
bool tells_inside(const value::Type& type, RecordKind kind) {
  return type.shape == Shape::block &&
         std::ranges::any_of(type.rows().rows, [kind](const value::Field& row) {
           return tells(row, kind) || tells_inside(item_of(row), kind);
         });
}

bool tells(const query::FieldPath& field, RecordKind kind) {
  const query::Derived* derived = field.derived;
  if (derived != nullptr && (tells(derived->disclosure(), kind) || refers_away(derived->refers)))
    return true;
  if (!field.onward.empty()) return true;  // it leads to another record
  return tells_inside(*field.type, kind) ||
         std::ranges::any_of(field.path,
                             [kind](const value::Field* row) { return tells(*row, kind); });
}

}  // namespace

base::Done check_query_allowed(const query::FieldPath& field, RecordKind kind,
                               model::Audience audience) {
  if (audience == model::Audience::office) return base::done();
  if (tells(field, kind)) return refused(other_fields);
  return base::done();
}

base::Done check_query_allowed(const query::Query& query, model::Audience audience) {
  if (audience == model::Audience::office) return base::done();
  if (query.asks_everything()) return refused(no_free_words);
  for (const query::FieldPath& field : query.fields())
    if (auto may = check_query_allowed(field, query.kind(), audience); !may) return may;
  return base::done();
}

namespace {

/// It lies in the block of another kind, such as `visit` of a meeting. Everybody sees the kind.
bool is_of_another_kind(const query::FieldPath& field, const model::RecordHeader& head,
                        const query::Context& context) {
  if (head.kind != RecordKind::engagement || field.derived != nullptr || field.path.empty())
    return false;
  const value::Field& first = *field.path.front();
  const model::Engagement& engagement = context.data.engagement(head);
  return first.type->shape == Shape::block &&
         value::parse_word<model::EngagementKind>(first.name) &&
         engagement.kind.str() != first.name && !first.type->present(first.of(&engagement));
}

/// Of what may be part of a case, `case.` is of that case, and which one it is only the office
/// knows.
bool reads_a_case(const query::FieldPath& field, const model::RecordHeader& head,
                  const query::Context& context) {
  return context.reads_case_of_part && head.kind == RecordKind::engagement &&
         field.derived == nullptr && !field.path.empty() &&
         field.path.front() == &value::field_of<&model::Engagement::case_>() &&
         !context.data.engagement(head).case_;
}

}  // namespace

bool may_be_withheld(const query::FieldPath& field, const release::ClearedRecord& record,
                     const model::RecordHeader& head, const query::Context& context) {
  if (context.is_for_office) return false;
  if (reads_a_case(field, head, context)) return true;
  if (is_of_another_kind(field, head, context)) return false;
  if (!field.onward.empty()) return true;  // it leads to another record
  const query::Derived* derived = field.derived;
  if (derived != nullptr &&
      (record.verdict(derived->disclosure()).how != release::Disclosure::full ||
       derived->asks_engagements || refers_away(derived->refers)))
    return true;
  return std::ranges::any_of(field.path, [&record](const value::Field* row) {
    return !record.verdict(row->meta.reveals).shows() || refers_away(row->meta.refers) ||
           is_kept_in_part(*row);
  });
}

Failure not_for_audience(const model::RecordHeader& record, release::Reason why) {
  const bool is_partner = record.kind == RecordKind::partner;
  return {Failing::refused,
          fmt::format("'{}' may not be shown to this audience: {}", record.id(),
                      value::label(release::word(why))),
          is_partner ? fmt::format("rapport release {}", record.id())
                     : "its `classification` and `openness` decide"};
}

void drop_unnamed(std::vector<query::Hit>& hits, release::Release& released) {
  std::erase_if(hits, [&](const query::Hit& hit) {
    if (hit.record->kind != RecordKind::partner) return false;
    const auto verdict =
        release::ClearedRecord(released.gate(), *hit.record).verdict(Reveals::identity);
    if (verdict.how == release::Disclosure::full) return false;
    released.withheld().add(verdict.reason);
    return true;
  });
}

}  // namespace rapport::app
