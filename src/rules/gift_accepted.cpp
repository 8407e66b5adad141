#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::gift_accepted_rule {

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A gift, an honour or a fee was accepted",
    .help =
        "The Code of Conduct (article 3) forbids mandate holders to accept any honour, decoration, "
        "favour, gift or payment for the work of the mandate, from anyone. A gift that cannot be "
        "declined is handed over to the United Nations.",
    .example = "- {from: xxa-mfa, kind: gift, answer: accepted, disclose: yes}",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          for (const auto& support : engagement.support) {
            const bool personal = support.kind == model::SupportKind::gift ||
                                  support.kind == model::SupportKind::honour ||
                                  support.kind == model::SupportKind::fee;
            if (!personal || support.answer != model::SupportAnswer::accepted) continue;
            report
                .add(engagement.head, support.answer,
                     fmt::format("a {} was accepted", support.kind.str()))
                .fix("decline or return it, or hand it to the United Nations, and record that");
          }
        },
};

}  // namespace rapport::rules::gift_accepted_rule
