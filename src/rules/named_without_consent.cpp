#include "model/dataset.hpp"
#include "release/verdict.hpp"
#include "rules/engine/letter_people.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::named_without_consent_rule {

namespace {

model::Disclosure how_named(const model::AllegedVictim& victim) {
  return victim.name_as == model::NameAs::initials ? model::Disclosure::initials
                                                   : model::Disclosure::full;
}

/// Nothing was ever said that reaches this letter. What ended since is told by consent-not-valid.
bool is_uncovered(model::Reason reason) {
  using enum model::Reason;
  return reason == no_consent || reason == consent_other_case || reason == consent_other_state ||
         reason == consent_not_yet;
}

const char* allowed(const model::Verdict& verdict) {
  return verdict.how == model::Disclosure::initials    ? "initials only"
         : verdict.how == model::Disclosure::described ? "a description only"
                                                       : "no name";
}

void note_what_restricts(const mandate::Permission& answer, const Partner& partner,
                         Finding& finding) {
  const RecordHeader& head = partner.head;
  if (answer.narrowed != nullptr)
    finding.note(place_of(head, answer.narrowed->key), "narrowed by this act");
  else if (answer.is_of_minor)
    finding.note(place_of(head, partner.minor_until), "they are not of age until here");
  else if (answer.act != nullptr)
    finding.note(place_of(head, answer.act->key), "this act of consent");
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A letter that was sent names somebody who did not agree",
    .help =
        "Nobody is named to a State or to others without having agreed to it, for this case"
        " and this audience. Unknown consent means no. Nor does a letter say more than was agreed "
        "to: "
        "where consent allows initials or a description, the full name is too much. When "
        "consent was given and not recorded, record it.",
    .example =
        "sent: 2026-04-10\n"
        "alleged_victims:\n"
        "  - {key: v1, partner: hrd-k7m2qx, name_as: full}",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication || !engagement.communication->sent) return;
          each_named_victim(engagement, context, [&](const NamedVictim& named) {
            if (!named.victim->name_as) return;
            const auto answer = mandate::consent(*named.partner, named.ask);
            const auto& verdict = answer.verdict;
            const auto& id = named.partner->id();
            if (is_uncovered(verdict.reason)) {
              report.add(named.place(), fmt::format("'{}' was named, and no consent covers it", id))
                  .fix(fmt::format("rapport consent {} given …, if it was", id));
              return;
            }
            const bool covers = verdict.reason == model::Reason::consent ||
                                verdict.reason == model::Reason::consent_no_name;
            if (!covers || verdict.how >= how_named(*named.victim)) return;
            auto& finding = report.add(
                named.place(),
                fmt::format(
                    "'{}' was named {}, and the consent allows {}", id,
                    named.victim->name_as == model::NameAs::initials ? "by initials" : "in full",
                    allowed(verdict)));
            note_what_restricts(answer, *named.partner, finding);
            finding.fix(fmt::format(
                "record the consent to more, if it was given, or correct `name_as` at {} when the "
                "letter did not name them so",
                named.victim->key.str()));
          });
        },
};

}  // namespace rapport::rules::named_without_consent_rule
