#include "model/engagement.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::commitment_without_evidence_rule {

extern const RuleSpec spec = {
    .summary = "A commitment is closed without evidence",
    .help =
        "A promise is closed by the engagement or document that shows it was kept, so that "
        "the next holder of the mandate can rely on it.",
    .example = "- {key: c1, by: xxa-mfa, what: Answer the letter, status: done}",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (engagement.head.has_errors) return;
          for (const auto& commitment : engagement.commitments) {
            const bool closed = commitment.status == model::CommitmentStatus::done ||
                                commitment.status == model::CommitmentStatus::closed;
            if (!closed || commitment.closed_by) continue;
            report
                .add(engagement.head, commitment.status,
                     fmt::format("commitment {} is {}, but nothing shows it",
                                 name_of_item(engagement.commitments, commitment),
                                 commitment.status.str()))
                .fix("add `closed_by: …`, the id of the engagement that shows it");
          }
        },
};

}  // namespace rapport::rules::commitment_without_evidence_rule
