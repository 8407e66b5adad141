#include "model/dataset.hpp"
#include "model/record_type.hpp"
#include "rules/engine/field_walk.hpp"
#include "rules/engine/hints.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::dangling_reference_rule {
namespace {

bool is_reference(const value::Field& row) {
  const auto& element = row.type->shape == value::Shape::list ? *row.type->element : *row.type;
  return element.shape == value::Shape::ref || element.shape == value::Shape::pattern;
}

void check(const RecordHeader& head, const value::Field& row, const value::Ref& ref,
           const Context& context, Report& report) {
  if (!ref || ref.target() != 0 || context.is_unreadable(ref.id())) return;
  auto& finding = report.add(head, ref, fmt::format("no record '{}'", ref.id()))
                      .fix(record_hint(context, ref.id(), row.meta.refers));
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
        "Every id that a record refers to is the id of a record. A slip here would make a "
        "partner or a letter vanish from answers. The record may have to be added, or the "
        "id corrected.",
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
