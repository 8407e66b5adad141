#include "base/nearest.hpp"
#include "model/dataset.hpp"
#include "model/office.hpp"
#include "model/record_type.hpp"
#include "release/marks.hpp"
#include "rules/engine/field_walk.hpp"
#include "rules/engine/hints.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::dangling_reference_rule {
namespace {

using value::OrKey;

bool is_reference(const value::Field& row) {
  const auto& element = row.type->shape == value::Shape::list ? *row.type->element : *row.type;
  return element.shape == value::Shape::ref || element.shape == value::Shape::pattern;
}

/// Calls `visit` with each key that the field may name.
template <class Visit>
void each_key(const RecordHeader& head, OrKey kind, const Context& context, const Visit& visit) {
  if (kind == OrKey::victim)
    for (const auto& victim : release::victims_in_reach(context.data(), head)) visit(victim->key);
  if (kind == OrKey::staff && context.office != nullptr)
    for (const model::Staff& member : context.office->staff) visit(member.key);
}

bool is_key(const RecordHeader& head, OrKey kind, std::string_view id, const Context& context) {
  if (kind == OrKey::staff && (context.office == nullptr || context.office->head.has_errors))
    return true;
  bool found = false;
  each_key(head, kind, context, [&](const value::Key& key) { found = found || key.raw() == id; });
  return found;
}

std::string remedy(const RecordHeader& head, const value::Field& row, std::string_view id,
                   const Context& context) {
  base::Nearest nearest(id);
  each_key(head, row.meta.or_key, context,
           [&](const value::Key& key) { nearest.offer(key.raw()); });
  if (!nearest.best().empty()) return fmt::format("write '{}'", nearest.best());
  return record_hint(context, id, row.meta.refers);
}

void check(const RecordHeader& head, const value::Field& row, const value::Ref& ref,
           const Context& context, Report& report) {
  if (!ref || ref.target() != 0 || context.is_unreadable(ref.id())) return;
  const OrKey kind = row.meta.or_key;
  if (kind != OrKey::none && is_key(head, kind, ref.id(), context)) return;
  const char* what = kind == OrKey::victim  ? "no record or alleged victim"
                     : kind == OrKey::staff ? "no record or member of staff"
                                            : "no record";
  auto& finding = report.add(head, ref, fmt::format("{} '{}'", what, ref.id()))
                      .fix(remedy(head, row, ref.id(), context));
  if (row.meta.reveals != value::Reveals::open) finding.quoting();
}

void check_all(const RecordHeader& head, const FieldWalk& plan, const void* record,
               const Context& context, Report& report) {
  plan.walk(record, [&](const value::Field& row, const void* value) {
    const auto& element = row.type->shape == value::Shape::list ? *row.type->element : *row.type;
    if (element.shape == value::Shape::ref)
      check(head, row, *static_cast<const value::Ref*>(value), context, report);
    else
      check(head, row, static_cast<const model::Pattern*>(value)->ref(), context, report);
  });
}

const FieldWalk& partner_references() {
  static const FieldWalk plan(model::partner_type(), &is_reference);
  return plan;
}

const FieldWalk& engagement_references() {
  static const FieldWalk plan(model::engagement_type(), &is_reference);
  return plan;
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A reference leads to no record",
    .help =
        "Every id that a record refers to is the id of a record. A typing error here would make a "
        "partner or a letter disappear from lists and documents. The record may have to be added, "
        "or the id corrected. The person an incident was against may be the key of an alleged "
        "victim who has no record, and the person who did a step the key of a member of staff in "
        "rapport.yaml.",
    .example = "part_of: examplia-damm",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          check_all(partner.head, partner_references(), &partner, context, report);
        },
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          check_all(engagement.head, engagement_references(), &engagement, context, report);
        },
};

}  // namespace rapport::rules::dangling_reference_rule
