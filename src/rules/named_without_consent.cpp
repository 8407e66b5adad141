#include "model/dataset.hpp"
#include "release/verdict.hpp"
#include "rules/engine/item.hpp"
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

/// The act that would cover it, as far as it is known. `who`: the id, or nothing where it may not
/// be quoted.
std::string consent_command(std::string_view who, const NamedVictim& named,
                            const Context& context) {
  const auto& ask = named.ask;
  std::string command = fmt::format("rapport consent {} given --case {} --for letter --to {}", who,
                                    ask.case_, value::word(ask.audience));
  if (named.addressee->group() == model::Group::states && named.addressee->country)
    command += fmt::format(" --states {}", context.codes().name(named.addressee->country.row()));
  return command + " --on …";
}

/// It is not recorded whom the letter named, so that it may have been anybody of its case.
void check_maybe_named(const Engagement& letter, const Context& context, Report& report) {
  for (const NamedVictim& named : maybe_named_victims(letter, context)) {
    if (!is_uncovered(mandate::consent(*named.partner, named.ask).verdict.reason)) continue;
    const auto& id = named.partner->id();
    const auto said = [&](std::string_view who) {
      return fmt::format("{} may have been named in {}, and no consent covers it", who,
                         named.letter_and_addressee());
    };
    const auto remedy = [&](std::string_view who) {
      return fmt::format("record in '{}' who was named; `{}`, if they had agreed", letter.id(),
                         consent_command(who, named, context));
    };
    auto& finding = report.add(named.place(), said(fmt::format("'{}'", id)));
    named.note_letter(finding);
    finding.fix(remedy(id)).in_the_open(said("somebody"), remedy("…"));
  }
}

void note_what_restricts(const mandate::Permission& answer, const Partner& partner,
                         Finding& finding) {
  const RecordHeader& head = partner.head;
  if (answer.narrowed != nullptr)
    finding.note(place_of_item(head, *answer.narrowed), "narrowed by this act");
  else if (answer.is_of_minor)
    finding.note(place_of(head, partner.minor_until), "they are not of age until here");
  else if (answer.act != nullptr)
    finding.note(place_of_item(head, *answer.act), "this act of consent");
}

void check_named(const NamedVictim& named, const Context& context, Report& report) {
  if (!named.victim->name_as) return;
  const auto answer = mandate::consent(*named.partner, named.ask);
  const auto& verdict = answer.verdict;
  const auto& id = named.partner->id();
  if (is_uncovered(verdict.reason)) {
    const auto said = [&](std::string_view who) {
      return fmt::format("{} was named in {}, and no consent covers it", who,
                         named.letter_and_addressee());
    };
    const auto remedy = [&](std::string_view who) {
      return fmt::format("`{}`, if they had agreed", consent_command(who, named, context));
    };
    report.add(named.place(), said(fmt::format("'{}'", id)))
        .fix(remedy(id))
        .in_the_open(said("somebody"), remedy("…"));
    return;
  }
  const bool covers =
      verdict.reason == model::Reason::consent || verdict.reason == model::Reason::consent_no_name;
  if (!covers || verdict.how >= how_named(*named.victim)) return;
  auto& finding = report.add(
      named.place(),
      fmt::format("'{}' was named {} in {}, and the consent allows {}", id,
                  named.victim->name_as == model::NameAs::initials ? "by initials" : "in full",
                  named.letter_and_addressee(), allowed(verdict)));
  note_what_restricts(answer, *named.partner, finding);
  finding.fix(
      fmt::format("record the consent to more, if it was given, or correct `name_as` at {} if the "
                  "letter did not name them so",
                  named.victim->key.str()));
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A letter that was sent names someone who did not agree",
    .help =
        "No one is named to a State or to others without having agreed to it, for this case and "
        "this audience. Unknown consent means no. A letter must not show more than they agreed to: "
        "if consent allows initials or a description, the full name is too much. If consent was "
        "given and not recorded, record it.",
    .example =
        "sent: 2026-04-10\n"
        "alleged_victims:\n"
        "  - {key: v1, partner: hrd-k7m2qx, name_as: full}",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication || !engagement.communication->sent) return;
          check_maybe_named(engagement, context, report);
          each_named_victim(engagement, context,
                            [&](const NamedVictim& named) { check_named(named, context, report); });
        },
};

}  // namespace rapport::rules::named_without_consent_rule
