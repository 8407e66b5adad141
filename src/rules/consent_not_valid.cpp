#include "model/dataset.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/letter_people.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::consent_not_valid_rule {

extern const RuleSpec spec = {
    .summary = "A letter names someone whose consent has ended",
    .help =
        "The consent to be named in this letter has expired, was narrowed, withdrawn or refused, "
        "on the day of sending or, for a draft, today. Ask again, or take the person out of the "
        "letter: a `text` in place of `partner` and `introduce_as` keeps the sentences about them "
        "without revealing who they are.",
    .example =
        "consent:\n"
        "  - {key: a1, on: 2026-03-20, act: given, case: examplia-dam, for: [letter], to: [state], "
        "until: 2026-04-01}",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          each_named_victim(engagement, context, [&](const NamedVictim& named) {
            const auto answer = mandate::consent(*named.partner, named.ask);
            const auto reason = answer.verdict.reason;
            const char* what = reason == model::Reason::consent_expired     ? "has expired"
                               : reason == model::Reason::consent_narrowed  ? "was narrowed"
                               : reason == model::Reason::consent_withdrawn ? "was withdrawn"
                               : reason == model::Reason::consent_refused   ? "was refused"
                                                                            : nullptr;
            if (what == nullptr || answer.verdict.shows()) return;
            auto& finding = report.add(
                named.place(),
                fmt::format("the consent of '{}' to this letter {}", named.partner->id(), what));
            if (answer.act != nullptr)
              finding.note(place_of_item(named.partner->head, *answer.act), "this act of consent");
            named.note_letter(finding);
            finding.fix(
                fmt::format("ask again, or take the person out: at {}, write `text: …`, such as a "
                            "member of the committee, in place of `partner` and `introduce_as`",
                            named.victim->key.str()));
          });
        },
};

}  // namespace rapport::rules::consent_not_valid_rule
