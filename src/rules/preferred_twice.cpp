#include "model/partner.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::preferred_twice_rule {
namespace {

bool is_preferred(const model::Contact& contact) {
  return contact.use == model::ContactUse::preferred && model::is_usable(contact);
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::note,
    .summary = "Two channels of one partner are preferred",
    .help =
        "Lists and packs print one channel of a partner, the preferred one. If there are two, it "
        "would be the first in the record, which may not be the one they would choose.",
    .example =
        "- {key: k1, channel: email, value: office@example.org, use: preferred}\n"
        "- {key: k2, channel: phone, value: +999 5555 0101, use: preferred}",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          const model::Contact* first = nullptr;
          for (const auto& contact : partner.contacts) {
            if (!is_preferred(contact)) continue;
            if (first == nullptr) {
              first = &contact;
              continue;
            }
            report
                .add(partner.head, contact.use,
                     fmt::format("channels {} and {} are both preferred",
                                 name_of_item(partner.contacts, *first),
                                 name_of_item(partner.contacts, contact)))
                .note(place_of(partner.head, first->use), "the first one")
                .fix("write `use: allowed` for their second choice", "allowed");
          }
        },
};

}  // namespace rapport::rules::preferred_twice_rule
