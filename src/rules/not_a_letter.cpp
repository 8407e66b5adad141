#include "model/dataset.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::not_a_letter_rule {
namespace {

void check(const RecordHeader& head, const value::Ref& ref, std::string_view field,
           const Context& context, Report& report) {
  const auto* other = context.data().engagement(ref);
  if (other == nullptr || other->kind == model::EngagementKind::communication ||
      other->head.has_errors)
    return;
  report.add(head, ref, fmt::format("'{}' is not a letter, and '{}' takes one", other->id(), field))
      .note(place_of(other->head, other->kind), "its kind")
      .fix("write the id of a letter: `rapport list engagements kind:communication` shows them");
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A letter follows, or a reply covers, something that is not a letter",
    .help =
        "A reply ends the reply period of each letter it covers, and a letter follows up an "
        "earlier one. Cases and meetings have no reply period and no reply: a letter belongs to "
        "its case by `part_of`.",
    .example =
        "replies:\n"
        "  - {key: r1, received: 2026-06-11, nature: substantive, covers: [examplia-dam]}",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication) return;
          const auto& letter = *engagement.communication;
          check(engagement.head, letter.follows, "follows", context, report);
          for (const auto& reply : letter.replies)
            for (const auto& ref : reply.covers)
              check(engagement.head, ref, "covers", context, report);
        },
};

}  // namespace rapport::rules::not_a_letter_rule
