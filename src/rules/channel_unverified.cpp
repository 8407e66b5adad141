#include "mandate/clocks.hpp"
#include "model/office.hpp"
#include "model/partner.hpp"
#include "release/gate.hpp"
#include "rules/engine/dates.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::channel_unverified_rule {

namespace {

/// Where the block of a channel begins, or close to it.
std::uint32_t start_of(const model::Contact& contact) {
  return std::min(contact.key.offset(), contact.channel.offset());
}

/// Its day of verification is there and cannot be read, which is said elsewhere.
bool is_unread(const Partner& partner, const model::Contact& contact, const Context& context) {
  const auto* row = &value::field_of<&model::Contact::verified>();
  return std::ranges::any_of(context.faults, [&](const value::FoundFault& found) {
    if (found.source != partner.head.source || found.fault.row != row) return false;
    const model::Contact* last = nullptr;
    for (const auto& each : partner.contacts)
      if (start_of(each) < found.fault.offset) last = &each;
    return last == &contact;
  });
}

/// Somebody else's number in the hands of the office endangers whom it was meant for.
void never_verified(const Partner& partner, const model::Contact& contact, const Context& context,
                    Report& report) {
  if (!model::is_protected(partner) || is_unread(partner, contact, context)) return;
  report
      .add(place_of_item(partner.head, contact),
           fmt::format("channel {} was never verified", name_of_item(partner.contacts, contact)))
      .fix("verify it, and write the day under `verified`");
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::note,
    .summary = "A channel was not verified for a year, or never",
    .help =
        "Numbers change hands. Before something confidential is sent, find out that the channel "
        "still works and is theirs; rapport.yaml can set another time (channel_days). A channel "
        "that was never verified is reported for protected people and groups only, and not for "
        "those who are detained, disappeared, killed or dead.",
    .example = "- {key: k1, channel: email, value: office@example.org, verified: 2019-03}",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          // Whoever answers to find out is not them.
          if (partner.contacts.empty() || model::is_out_of_reach(partner)) return;
          const auto terms = mandate::terms(context.office);
          for (const auto& contact : partner.contacts) {
            if (!model::is_usable(contact)) continue;
            if (!contact.verified) {
              never_verified(partner, contact, context, report);
              continue;
            }
            const auto due = mandate::channel_due(contact, terms);
            if (!due || !value::sure_before(due, context.today)) continue;
            report
                .add(
                    partner.head, contact.verified,
                    fmt::format("channel {} was last verified {} {}",
                                name_of_item(partner.contacts, contact),
                                contact.verified.precision() == value::Precision::day ? "on" : "in",
                                long_date(contact.verified)))
                .fix("verify it, and write the day under `verified`");
          }
        },
};

}  // namespace rapport::rules::channel_unverified_rule
