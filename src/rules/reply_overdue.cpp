#include "mandate/clocks.hpp"
#include "model/dataset.hpp"
#include "model/office.hpp"
#include "rules/engine/dates.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::reply_overdue_rule {

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "No substantive reply came in time",
    .help =
        "A letter asks for a reply within 60 days, or the days rapport.yaml sets. An "
        "acknowledgement is not a substantive reply. A refusal or a partial reply is recorded "
        "under `replies`, an extension under `reply_due`. A reminder is a letter of its own that "
        "`follows` this one. In a closed case no reply is due, nor to a letter of other mandates "
        "that "
        "this office did not sign.",
    .example = "sent: 2026-04-10",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication || !engagement.communication->sent) return;
          const auto& letter = *engagement.communication;
          const auto terms = mandate::terms(context.office);
          if (!mandate::reply_state(context.data(), engagement, terms, context.today).overdue)
            return;
          auto& finding = letter.reply_due
                              ? report.add(engagement.head, letter.reply_due,
                                           fmt::format("no substantive reply by {}",
                                                       long_date(letter.reply_due)))
                              : report.add(engagement.head, letter.sent,
                                           fmt::format("no substantive reply {} days after {}",
                                                       terms.reply_days, long_date(letter.sent)));
          finding.fix(fmt::format(
              "record any reply under `replies`, or send a reminder as a letter with `follows: {}`",
              engagement.id()));
        },
};

}  // namespace rapport::rules::reply_overdue_rule
