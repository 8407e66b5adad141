#include "model/partner.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::detained_channel_rule {

extern const RuleSpec spec = {
    .summary = "A detained person's channel is still preferred",
    .help =
        "Who is detained or has disappeared does not hold their phone. Whoever answers is "
        "not them, and knows who called.",
    .example =
        "situation: {state: detained}\n"
        "contacts:\n"
        "  - {key: k1, channel: signal, value: +999 5555 0101, use: preferred}",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          if (!partner.situation) return;
          const auto& state = partner.situation->state;
          if (state != model::SituationState::detained &&
              state != model::SituationState::disappeared)
            return;
          for (const auto& contact : partner.contacts) {
            if (contact.use != model::ContactUse::preferred ||
                contact.channel == model::Channel::intermediary)
              continue;
            report
                .add(partner.head, contact.use,
                     fmt::format("channel {} is preferred, and they are {}", contact.key.str(),
                                 state.str()))
                .note(place_of(partner.head, state), "since then")
                .fix("write `use: never`, and reach them through an intermediary");
          }
        },
};

}  // namespace rapport::rules::detained_channel_rule
