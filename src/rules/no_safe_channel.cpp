#include "model/dataset.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <algorithm>

namespace rapport::rules::no_safe_channel_rule {
namespace {

bool has_safe_channel(const Partner& partner) {
  return std::ranges::any_of(partner.contacts, model::is_usable);
}

/// By a body they belong to today. One that is not known well enough to say no counts.
bool is_reached(const Partner& partner, const Context& context) {
  return std::ranges::any_of(partner.affiliations, [&](const model::Affiliation& affiliation) {
    if (value::sure_before(affiliation.until, context.today)) return false;
    const auto* body = context.data().partner(affiliation.body);
    return body == nullptr || body->head.has_errors || has_safe_channel(*body);
  });
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A defender has no safe channel",
    .help =
        "Every channel of this defender is marked never or compromised, or there is none, and no "
        "body they belong to has a safe one. Before they can be met or warned, find a way that "
        "does not endanger them. Defenders who are detained, disappeared, killed or dead are not "
        "checked.",
    .example =
        "contacts:\n"
        "  - {key: k1, channel: phone, value: +999 5555 0101, use: never}",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          if (partner.kind != model::PartnerKind::defender || partner.head.has_errors) return;
          if (model::is_out_of_reach(partner) || has_safe_channel(partner)) return;
          if (is_reached(partner, context)) return;
          if (partner.contacts.empty())
            report.add(partner.head, partner.kind, "this defender has no channel")
                .fix("add a contact, or under `affiliations` a body with a safe channel");
          else
            report
                .add(place_of_item(partner.head, partner.contacts[0]),
                     "no channel of this defender is safe")
                .fix("find a safe one; an intermediary is one");
        },
};

}  // namespace rapport::rules::no_safe_channel_rule
