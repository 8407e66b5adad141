#include "model/dataset.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::wrong_reference_rule {
namespace {

/// Looks at the record from the other side: at all that refer to it.
void check(const RecordHeader& head, const Context& context, Report& report) {
  const bool is_partner = head.kind == model::RecordKind::partner;
  const auto wrong = is_partner ? value::Refers::engagement : value::Refers::partner;
  for (const auto& use : context.data().used_by(head)) {
    if (use.row->meta.refers != wrong) continue;
    const char* wanted = is_partner ? "an engagement" : "a partner";
    const char* is = is_partner ? "a partner" : "an engagement";
    report
        .add(*use.from, *use.ref,
             fmt::format("'{}' is {}, and '{}' takes {}", head.id(), is, use.row->name, wanted))
        .note(place_of(head), "this record")
        .fix(fmt::format("write the id of {}: `rapport list {}` shows them", wanted,
                         is_partner ? "engagements" : "partners"));
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A reference leads to a record of the wrong kind",
    .help = "Each field refers either to partners or to engagements, never to both.",
    .example = "part_of: xxa-mfa",
    .partner = [](const Partner& partner, const Context& context,
                  Report& report) { check(partner.head, context, report); },
    .engagement = [](const Engagement& engagement, const Context& context,
                     Report& report) { check(engagement.head, context, report); },
};

}  // namespace rapport::rules::wrong_reference_rule
