#include "model/dataset.hpp"
#include "rules/engine/letters.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules {

extern const RuleSpec consent_older_than_facts_rule = {
    .summary = "A consent is older than the facts it would carry",
    .help =
        "Who agreed to a letter agreed to what was known that day. For what happened since,"
        " ask again; a consent given in advance says so: `advance: yes`.",
    .example =
        "consent:\n"
        "  - {key: a1, on: 2026-03-01, act: given, case: examplia-dam, for: [letter], to: [state]}",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          each_named_victim(engagement, context, [&](const NamedVictim& named) {
            auto ask = named.ask;
            ask.facts = named.facts;
            const auto answer = release::consent(*named.partner, ask);
            if (answer.verdict.reason != release::Reason::consent_older_than_facts) return;
            auto& finding = report.add(
                named.place(), fmt::format("the consent of '{}' is older than the facts of {}",
                                           named.partner->id(), named.facts.str()));
            if (answer.act != nullptr)
              finding.note(place_of(named.partner->head, answer.act->on), "given here");
            finding.fix("ask again; `advance: yes` when it was given for what was to come");
          });
        },
};

}  // namespace rapport::rules
