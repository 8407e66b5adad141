#include "model/partner.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::dead_channel_rule {

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A dead person's channel is not marked never",
    .help =
        "The phone of someone who was killed can be in the hands of the perpetrator, and the phone "
        "of someone who died in anyone's hands. Whoever answers now knows who called. No list and "
        "no pack prints such a channel.",
    .example =
        "situation: {state: killed}\n"
        "contacts:\n"
        "  - {key: k1, channel: signal, value: +999 5555 0101, use: preferred}",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          if (!model::is_dead(partner)) return;
          for (const auto& contact : partner.contacts) {
            if (!model::is_usable(contact) || contact.channel == model::Channel::intermediary)
              continue;
            report
                .add(place_of_item(partner.head, contact),
                     fmt::format("channel {} is not marked `never`, and they are dead",
                                 name_of_item(partner.contacts, contact)))
                .note(place_of(partner.head, partner.situation->state), "since then")
                .fix("write `use: never`");
          }
        },
};

}  // namespace rapport::rules::dead_channel_rule
