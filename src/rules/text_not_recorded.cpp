#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

namespace rapport::rules::text_not_recorded_rule {

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "What a letter said is not recorded",
    .help =
        "An old letter may be known by its dates alone: `text: not-recorded` says so. Then nothing "
        "is printed as if it had been in the letter, the letter is not drafted again, and no one "
        "can know whom it named. Look for a copy, such as the one that was published.",
    .example =
        "sent: 2026-06-01\n"
        "text: not-recorded",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (!engagement.communication || !engagement.communication->text) return;
          const auto& letter = *engagement.communication;
          if (!letter.sent)
            report
                .add(engagement.head, letter.text,
                     "a letter that was not sent cannot have `text: not-recorded`")
                .fix("remove `text`, or add `sent` with the day, or `unknown`");
          else if (model::has_own_text(letter))
            report
                .add(engagement.head, letter.text,
                     "its text is not recorded, and a part of it is here")
                .fix("remove `text: not-recorded`, or the part that was not in the letter");
          else
            report.add(engagement.head, letter.text, "what the letter said is not recorded")
                .fix("copy it from the letter as it was sent, and remove this line");
        },
};

}  // namespace rapport::rules::text_not_recorded_rule
