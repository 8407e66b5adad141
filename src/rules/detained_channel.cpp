#include "model/partner.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::detained_channel_rule {

extern const RuleSpec spec = {
    .summary = "A detained person's channel is still preferred",
    .help =
        "Someone detained or disappeared no longer has their phone. Whoever answers is someone "
        "else, and now knows who called. No list and no pack prints such a channel.",
    .example =
        "situation: {state: detained}\n"
        "contacts:\n"
        "  - {key: k1, channel: signal, value: +999 5555 0101, use: preferred}",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          if (!model::is_out_of_reach(partner) || model::is_dead(partner)) return;
          const auto& state = partner.situation->state;
          for (const auto& contact : partner.contacts) {
            if (contact.use != model::ContactUse::preferred ||
                contact.channel == model::Channel::intermediary)
              continue;
            report
                .add(partner.head, contact.use,
                     fmt::format("channel {} is preferred, and they are {}",
                                 name_of_item(partner.contacts, contact), state.str()))
                .note(place_of(partner.head, state), "since then")
                .fix("write `use: never`, and reach them through an intermediary");
          }
        },
};

}  // namespace rapport::rules::detained_channel_rule
