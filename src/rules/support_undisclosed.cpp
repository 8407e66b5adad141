#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

namespace rapport::rules::support_undisclosed_rule {

extern const RuleSpec spec = {
    .summary = "Accepted support is not disclosed",
    .help =
        "Whatever others paid for is reported to the Council, whoever paid: the independence of "
        "the mandate depends on it. Record where it was disclosed, or that it will be.",
    .example = "- {from: xxa-mfa, kind: travel, answer: accepted}",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (engagement.head.has_errors) return;
          for (const auto& support : engagement.support) {
            if (support.answer != model::SupportAnswer::accepted || support.disclosed_in ||
                support.disclose.is_yes())
              continue;
            report
                .add(engagement.head, support.answer, "support was accepted, but is not disclosed")
                .fix("add `disclose: yes`, and `disclosed_in: …` once a report names it");
          }
        },
};

}  // namespace rapport::rules::support_undisclosed_rule
