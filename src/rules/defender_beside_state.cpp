#include "mandate/consent.hpp"
#include "model/dataset.hpp"
#include "release/gate.hpp"
#include "rules/engine/apart.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/meetings.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::defender_beside_state_rule {
namespace {

bool is_defender(const Partner& partner) { return partner.group() == model::Group::defenders; }

bool is_of_state(const Partner& partner) { return partner.group() == model::Group::states; }

/// Those who arrest, watch and charge.
bool is_service(const Partner& partner) {
  using enum model::PartnerKind;
  return partner.kind == law_enforcement || partner.kind == intelligence ||
         partner.kind == prosecution;
}

/// Who has to agree for themselves. An organisation decides whom it meets.
bool must_agree(const Partner& partner) {
  return is_defender(partner) ||
         (partner.group() == model::Group::civil_society && model::is_person(partner));
}

const value::Ref* first_of_state(const Meeting& meeting, const Context& context) {
  for (std::size_t i = 0; i < meeting.size(); ++i) {
    const auto* partner = context.data().partner(*meeting.at(i));
    if (partner != nullptr && is_of_state(*partner)) return meeting.at(i);
  }
  return nullptr;
}

/// What is not said to be anything else is in the programme that the State sees.
bool is_official(const model::Slot& slot) {
  return !slot.setting || slot.setting == model::Setting::official;
}

/// A stricter rule says it, keep-apart or beside-perpetrator: no consent opens that meeting.
bool is_said(const Partner& defender, const Partner& other, const value::Date& day,
             const Context& context) {
  return keeps_apart(defender, other, day, context) || keeps_apart(other, defender, day, context) ||
         accuses(defender, other, day, context);
}

struct Pair {
  const value::Ref* defender = nullptr;
  const value::Ref* state = nullptr;
};

/// The first two in the slot that must not sit in one of this setting.
Pair first_pair(const model::Slot& slot, const Meeting& meeting, const value::Date& day,
                const Context& context) {
  const auto& data = context.data();
  for (std::size_t i = 0; i < meeting.size(); ++i) {
    const auto* defender = data.partner(*meeting.at(i));
    if (defender == nullptr || !is_defender(*defender)) continue;
    for (std::size_t j = 0; j < meeting.size(); ++j) {
      const auto* other = data.partner(*meeting.at(j));
      if (other == nullptr || !is_of_state(*other)) continue;
      const bool apart =
          is_official(slot) || (is_service(*other) && !is_said(*defender, *other, day, context));
      if (apart) return {meeting.at(i), meeting.at(j)};
    }
  }
  return {};
}

void report_beside(const Engagement& engagement, const model::Slot& slot, const Meeting& meeting,
                   const Context& context, Report& report) {
  if (slot.setting == model::Setting::internal) return;
  const auto [defender, state] =
      first_pair(slot, meeting, day_of(engagement, &slot, context), context);
  if (defender == nullptr) return;
  const RecordHeader& head = engagement.head;
  auto& finding = report.add(head, *defender,
                             fmt::format("'{}' and '{}' are in one {}slot, {}", defender->id(),
                                         state->id(), is_official(slot) ? "official " : "",
                                         name_of_item(engagement.visit->programme, slot)));
  if (slot.setting == model::Setting::official)
    finding.note(place_of(head, slot.setting), "official here");
  else if (!slot.setting)
    finding.note(place_of_item(head, slot), "it has no setting, and so counts as official");
  else
    finding.note(place_of(head, *state), "a body that arrests, watches or charges people");
  finding.fix("give each a slot of its own, or record that all agreed: `together: yes`");
}

void report_not_agreed(const Engagement& engagement, const model::Slot& slot,
                       const Meeting& meeting, const Context& context, Report& report) {
  const auto& data = context.data();
  const auto* state = first_of_state(meeting, context);
  if (state == nullptr) return;
  for (std::size_t i = 0; i < meeting.size(); ++i) {
    const auto* partner = data.partner(*meeting.at(i));
    if (partner == nullptr || partner->head.has_errors || !must_agree(*partner) ||
        meeting.is_repeat(i))
      continue;
    const mandate::ConsentQuery ask{.use = model::Use::meet_authority,
                                    .audience = model::Audience::state,
                                    .case_ = engagement.part_of.id(),
                                    .state = data.partner(*state)->country,
                                    .on = day_of(engagement, &slot, context)};
    if (mandate::consent(*partner, ask)) continue;
    report
        .add(engagement.head, *meeting.at(i),
             fmt::format("'{}' meets '{}' in slot {}, and no consent covers it", partner->id(),
                         state->id(), name_of_item(engagement.visit->programme, slot)))
        .note(place_of(engagement.head, slot.together), "all are said to have agreed")
        .fix(fmt::format("rapport consent {} given --for meet-authority --to state …, if they did",
                         partner->id()));
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A defender and the State share a slot",
    .help =
        "An official slot, and one without a setting, is in the programme that the State sees. "
        "Defenders are met apart from the State there, and in every setting but internal apart "
        "from law enforcement, intelligence and prosecution, unless all who are met agreed: "
        "`together: yes`, with the consent of each person to meet-authority, to the audience "
        "state, on that day.",
    .example =
        "setting: official\n"
        "with: [xxa-mfa, hrd-k7m2qx]",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.visit || engagement.status == model::Status::cancelled) return;
          for (const auto& slot : engagement.visit->programme) {
            if (!model::takes_place(slot)) continue;
            const Meeting meeting(slot);
            const auto& check = slot.together.is_yes() ? report_not_agreed : report_beside;
            check(engagement, slot, meeting, context, report);
          }
        },
};

}  // namespace rapport::rules::defender_beside_state_rule
