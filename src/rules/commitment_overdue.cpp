#include "mandate/clocks.hpp"
#include "model/dataset.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::commitment_overdue_rule {

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A commitment is overdue",
    .help =
        "A promise to or by the office was due and is still open. Ask after it, set a new date "
        "that was agreed, or close it with the engagement that shows it was kept. In a closed case "
        "the promises of others are no longer due; the office still owes what it promised.",
    .example =
        "- {key: c1, by: xxa-mfa, to: office, what: Answer the letter, due: 2026-01-31, status: "
        "open}",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          // A status that could not be read may say that it was kept.
          if (engagement.head.has_errors) return;
          for (const auto& commitment : engagement.commitments) {
            if (!mandate::is_due(context.data(), engagement, commitment) || !commitment.due ||
                !value::sure_before(commitment.due, context.today))
              continue;
            report
                .add(engagement.head, commitment.due,
                     fmt::format("commitment {} of '{}' was due on {}",
                                 name_of_item(engagement.commitments, commitment),
                                 commitment.by.id(), commitment.due.str()))
                .fix("close it with `status: done` and `closed_by: …`, or agree on a new date");
          }
        },
};

}  // namespace rapport::rules::commitment_overdue_rule
