#include "model/dataset.hpp"
#include "rules/engine/meetings.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules {
namespace {

const value::Ref* first_of_group(const Meeting& meeting, model::Group group,
                                 const Context& context) {
  for (std::size_t i = 0; i < meeting.size(); ++i) {
    const auto* partner = context.data().partner(*meeting.at(i));
    if (partner != nullptr && partner->group() == group) return meeting.at(i);
  }
  return nullptr;
}

}  // namespace

extern const RuleSpec defender_beside_state_rule = {
    .summary = "A defender and the State share an official slot",
    .help =
        "An official slot stands in the programme that the State sees. Defenders are met "
        "apart, unless all who are met agreed: `together: yes`, and consent for meet-"
        "authority of each.",
    .example =
        "setting: official\n"
        "with: [xxa-mfa, hrd-k7m2qx]",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.visit) return;
          for (const auto& slot : engagement.visit->programme) {
            if (slot.setting != model::Setting::official || slot.together.is_yes() ||
                !takes_place(slot))
              continue;
            const Meeting meeting(slot);
            const auto* defender = first_of_group(meeting, model::Group::defenders, context);
            const auto* state = first_of_group(meeting, model::Group::states, context);
            if (defender == nullptr || state == nullptr) continue;
            report
                .add(engagement.head, *defender,
                     fmt::format("'{}' and '{}' are in one official slot, {}", defender->id(),
                                 state->id(), slot.key.str()))
                .note(place_of(engagement.head, slot.setting), "official here")
                .fix("give each a slot of its own, or record that all agreed: `together: yes`");
          }
        },
};

}  // namespace rapport::rules
