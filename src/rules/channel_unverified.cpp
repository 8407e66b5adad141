#include "mandate/clocks.hpp"
#include "model/office.hpp"
#include "model/partner.hpp"
#include "rules/engine/dates.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules {

extern const RuleSpec channel_unverified_rule = {
    .severity = Severity::note,
    .summary = "A channel was not verified for a year",
    .help =
        "Numbers change hands. Before something confidential is sent, find out that the "
        "channel still works and is theirs; rapport.yaml can set another time "
        "(channel_days).",
    .example = "- {key: k1, channel: email, value: office@example.org, verified: 2019-03}",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          if (partner.contacts.empty()) return;
          const auto terms =
              context.office == nullptr ? mandate::Terms{} : mandate::terms(*context.office);
          for (const auto& contact : partner.contacts) {
            if (contact.use == model::ContactUse::never || contact.compromised || !contact.verified)
              continue;
            const auto due = mandate::channel_due(contact, terms);
            if (!due || !value::sure_before(due, context.today)) continue;
            report
                .add(
                    partner.head, contact.verified,
                    fmt::format("channel {} was last verified {} {}", contact.key.str(),
                                contact.verified.precision() == value::Precision::day ? "on" : "in",
                                long_date(contact.verified)))
                .fix("verify it, and write the day under `verified`");
          }
        },
};

}  // namespace rapport::rules
