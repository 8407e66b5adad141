#include "model/dataset.hpp"
#include "rules/engine/letters.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules {

extern const RuleSpec named_without_consent_rule = {
    .summary = "A letter that was sent names somebody who did not agree",
    .help =
        "Nobody is named to a State or to others without having agreed to it, for this case"
        " and this audience. Unknown consent means no. When consent was given and not "
        "recorded, record it.",
    .example =
        "sent: 2026-04-10\n"
        "alleged_victims:\n"
        "  - {key: v1, partner: hrd-k7m2qx, name_as: full}",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication || !engagement.communication->sent) return;
          each_named_victim(engagement, context, [&](const NamedVictim& named) {
            if (!named.victim->name_as) return;
            const auto answer = release::consent(*named.partner, named.ask);
            using enum release::Reason;
            const auto reason = answer.verdict.reason;
            if (reason != no_consent && reason != consent_other_case &&
                reason != consent_other_state && reason != consent_not_yet)
              return;
            // `states` narrows only what goes to a State.
            const bool to_state = named.ask.audience == model::Audience::state ||
                                  named.ask.audience == model::Audience::other_states;
            if (reason == consent_other_state && !to_state) return;
            report
                .add(named.place(),
                     fmt::format("'{}' was named, and no consent covers it", named.partner->id()))
                .fix(fmt::format("rapport consent {} given …, if it was", named.partner->id()));
          });
        },
};

}  // namespace rapport::rules
