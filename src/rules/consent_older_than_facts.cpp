#include "model/dataset.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/letter_people.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::consent_older_than_facts_rule {
namespace {

/// Facts came in after somebody agreed, and no incident has a day to compare with.
void check_undated(const Engagement& letter, const Partner& partner, const model::ConsentAct& act,
                   const Context& context, Report& report) {
  const auto* matter = context.data().engagement(letter.part_of);
  if (matter == nullptr || !matter->case_ || !matter->case_->facts || act.advance.is_yes()) return;
  for (const auto& incident : matter->case_->incidents)
    if (incident.on) return;
  for (const auto& submission : matter->case_->submissions) {
    if (!value::sure_after(submission.received, act.on)) continue;
    auto& finding =
        report.add(matter->head, submission.received,
                   fmt::format("received after consent {} of '{}', and no incident is dated",
                               name_of_item(partner.consent, act), partner.id()));
    finding.severity = Severity::note;
    finding.note(place_of(partner.head, act.on), "given here");
    finding.fix("add `incidents` with the days, so that the consent can be compared with them");
    return;
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A consent is older than the facts it is used for",
    .help =
        "Whoever agreed to a letter agreed to what was known that day. Ask again about anything "
        "that happened since; a consent given in advance has `advance: yes`.",
    .example =
        "consent:\n"
        "  - {key: a1, on: 2026-03-01, act: given, case: examplia-dam, for: [letter], to: [state]}",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          each_named_victim(engagement, context, [&](const NamedVictim& named) {
            auto ask = named.ask;
            ask.facts = named.facts;
            const auto answer = mandate::consent(*named.partner, ask);
            if (answer.verdict.reason != model::Reason::consent_older_than_facts) {
              if (answer) check_undated(engagement, *named.partner, *answer.act, context, report);
              return;
            }
            auto& finding = report.add(
                named.place(), fmt::format("the consent of '{}' is older than the facts of {}",
                                           named.partner->id(), named.facts.str()));
            if (answer.act != nullptr)
              finding.note(place_of(named.partner->head, answer.act->on), "given here");
            finding.note(place_of(*named.facts_in, named.facts), "the facts it is older than");
            named.note_letter(finding);
            finding.fix("ask again; write `advance: yes` if it was given in advance");
          });
        },
};

}  // namespace rapport::rules::consent_older_than_facts_rule
