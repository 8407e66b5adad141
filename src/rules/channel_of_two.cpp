#include "model/dataset.hpp"
#include "model/protection.hpp"
#include "rules/engine/channels.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

namespace rapport::rules::channel_of_two_rule {
namespace {

struct Use {
  const Partner* partner;
  const model::Contact* contact;
};

/// Of a body and a person, or where one of the two is protected and the other is not,
/// shared-channel reports it or nothing is wrong: who works there is reached there.
bool is_of_person(const Partner& partner) { return partner.kind && model::is_person(partner); }

void check(const Use& use, const Use& first, Report& report) {
  if (use.partner == first.partner) return;
  if (model::is_protected(*use.partner) != model::is_protected(*first.partner)) return;
  report
      .add(use.partner->head, use.contact->value,
           fmt::format("channel {} of '{}' is one of '{}' too",
                       name_of_item(use.partner->contacts, *use.contact), use.partner->id(),
                       first.partner->id()))
      .note(place_of(first.partner->head, first.contact->value), "the same there")
      .fix("keep it where it is right; if both use it, write in `attention` who to ask for");
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "Two people have one number or address",
    .help =
        "A message meant for one of them reaches the other, who may not know that the first speaks "
        "to us. Often one of the two is a mistake, copied from another record. If they do share a "
        "channel, `attention` says who to ask for, and nothing is reported.",
    .example =
        "# partners/defenders/hrd-k7m2qx.yaml\n"
        "contacts:\n"
        "  - {key: k1, channel: email, value: office@example.org}\n"
        "# partners/defenders/hrd-p3w8za.yaml\n"
        "contacts:\n"
        "  - {key: k1, channel: email, value: Office@example.org}",
    .repository =
        [](const Context& context, Report& report) {
          std::map<std::string, Use> seen;
          for (const Partner* partner : context.data().partners()) {
            if (!is_of_person(*partner)) continue;
            for (const auto& contact : partner->contacts) {
              if (!model::is_usable(contact) || contact.attention) continue;
              const std::string value = channel_value(contact);
              if (value.empty()) continue;
              const Use use{partner, &contact};
              const auto [first, is_new] = seen.try_emplace(value, use);
              if (!is_new) check(use, first->second, report);
            }
          }
        },
};

}  // namespace rapport::rules::channel_of_two_rule
