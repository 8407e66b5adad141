#include "model/dataset.hpp"
#include "rules/engine/apart.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/meetings.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::beside_perpetrator_rule {
namespace {

/// The first at the meeting who is the alleged perpetrator, or belongs to it.
const Partner* find(const Meeting& meeting, const value::Ref& alleged, const value::Date& day,
                    const Context& context) {
  for (std::size_t i = 0; i < meeting.size(); ++i) {
    const auto* other = meeting.at(i) == nullptr ? nullptr : context.data().partner(*meeting.at(i));
    if (other != nullptr && is_or_is_of(*other, alleged, day)) return other;
  }
  return nullptr;
}

void check(const Engagement& engagement, const Meeting& meeting, std::size_t at,
           const Partner& victim, const Context& context, Report& report) {
  const auto day = day_of(engagement, meeting.slot(), context);
  for (const auto& use : context.data().used_by(victim.head)) {
    if (!is_victim(use)) continue;
    const Engagement& matter = context.data().engagement(*use.from);
    if (!matter.case_) continue;
    for (const auto& alleged : matter.case_->alleged_perpetrators) {
      const auto* other = find(meeting, alleged.partner, day, context);
      if (other == nullptr || other == &victim) continue;
      if (keeps_apart(victim, *other, day, context) || keeps_apart(*other, victim, day, context))
        continue;  // said already
      const auto* slot = meeting.slot();
      const bool is_it = model::leads_to(alleged.partner, other->head);
      report
          .add(engagement.head, *meeting.at(at),
               fmt::format(
                   "'{}' meets '{}'{}, {} in their case", victim.id(), other->id(),
                   slot == nullptr ? ""
                                   : " in slot " + name_of_item(engagement.visit->programme, *slot),
                   is_it ? std::string("an alleged perpetrator")
                         : fmt::format("of '{}', an alleged perpetrator", alleged.partner.id())))
          .note(place_of(matter.head, alleged.partner), "named here")
          .fix(slot == nullptr ? "meet each at another time" : "give each a slot of its own");
    }
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A defender meets an alleged perpetrator of their own case",
    .help =
        "An alleged perpetrator, or anyone belonging to that body, must never be in the same room "
        "as the person harmed, whatever the setting and whoever agreed.",
    .example = "with: [hrd-k7m2qx, xxa-provincial-police]",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          each_meeting(engagement, [&](const Meeting& meeting) {
            for (std::size_t i = 0; i < meeting.size(); ++i) {
              const auto* one =
                  meeting.at(i) == nullptr ? nullptr : context.data().partner(*meeting.at(i));
              if (one != nullptr && one->group() == model::Group::defenders &&
                  !meeting.is_repeat(i))
                check(engagement, meeting, i, *one, context, report);
            }
          });
        },
};

}  // namespace rapport::rules::beside_perpetrator_rule
