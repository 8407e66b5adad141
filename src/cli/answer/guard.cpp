#include "cli/answer/guard.hpp"

#include "base/text.hpp"
#include "cli/answer/teller.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;
using model::RecordKind;
using value::Reveals;

Failure refused(std::string_view instead) {
  return {Failing::refused, "who is in the answer would tell what this audience may not know",
          std::string(instead)};
}

constexpr std::string_view other_fields =
    "ask with fields that tell nothing about people, or for the office";
constexpr std::string_view no_free_words =
    "free words look into every field; ask one that tells nothing about people, such as "
    "country:HND";

/// A name is asked of those only who are shown by name; of whom an engagement names, never.
bool tells(const query::Field& field, RecordKind kind) {
  for (const auto what :
       {Reveals::contact, Reveals::place, Reveals::content, Reveals::link, Reveals::source})
    if (field.reveals(what)) return true;
  return kind == RecordKind::engagement && field.reveals(Reveals::identity);
}

/// A field of items that have more to answer for than their list: one that is kept from the
/// audience would be in the answer too.
bool is_of_narrowed_items(const query::Field& field) {
  return std::ranges::any_of(field.path, [](const value::Row* row) {
    const value::Type* type = row->type;
    while (type->shape == value::Shape::list) type = type->element;
    return release::Gate::narrows(*type);
  });
}

}  // namespace

base::Done may_ask(const query::Field& field, RecordKind kind, model::Audience audience) {
  if (audience == model::Audience::office) return base::done();
  if (tells(field, kind) || is_of_narrowed_items(field)) return refused(other_fields);
  return base::done();
}

base::Done may_ask(const query::Query& query, model::Audience audience) {
  if (audience == model::Audience::office) return base::done();
  if (query.asks_everything()) return refused(no_free_words);
  for (const query::Field& field : query.fields())
    if (auto may = may_ask(field, query.kind(), audience); !may) return may;
  return base::done();
}

Failure not_for_audience(const model::Head& record, release::Reason why) {
  const bool is_partner = record.kind == RecordKind::partner;
  return {Failing::refused,
          fmt::format("'{}' may not be shown to this audience: {}", record.id(),
                      base::replace_all(release::word(why), "-", " ")),
          is_partner ? fmt::format("rapport release {}", record.id())
                     : "its `classification` and `openness` decide"};
}

void keep_named(std::vector<query::Hit>& hits, const query::Context& context,
                release::Released& released) {
  const Teller teller(context, released.gate());
  std::erase_if(hits, [&](const query::Hit& hit) {
    if (hit.record->kind != RecordKind::partner) return false;
    const auto verdict = teller.verdicts(*hit.record)[Reveals::identity];
    if (verdict.how == release::How::full) return false;
    released.withheld().add(verdict.reason);
    return true;
  });
}

}  // namespace rapport::cli
