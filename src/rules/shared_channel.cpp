#include "model/partner.hpp"
#include "model/protection.hpp"
#include "names/record_contacts.hpp"
#include "names/secret_matcher.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <span>
#include <string>

namespace rapport::rules::shared_channel_rule {
namespace {

/// The contact of `partner` that is found in `value`.
const model::Contact* same_in(const Partner& partner, const std::string& value) {
  for (const auto& contact : partner.contacts) {
    const names::Secret secret{contact.value.str(), {}, names::Secret::Kind::address};
    if (names::SecretMatcher(std::span(&secret, 1)).find(value).secret != nullptr) return &contact;
  }
  return nullptr;
}

void check(const Partner& partner, const model::Contact& contact, const Context& context,
           Report& report) {
  const std::string value = contact.value.str();
  if (value.starts_with("sealed:") || !context.contacts->may_be_in(value)) return;
  for (const names::RecordContacts::Hit& hit : context.contacts->find(value)) {
    if (hit.partner == &partner) continue;
    Finding& finding = report.add(
        partner.head, contact.value,
        fmt::format("contact {} of '{}' reaches '{}' too, who is protected",
                    name_of_item(partner.contacts, contact), partner.id(), hit.partner->id()));
    if (const auto* other = same_in(*hit.partner, value))
      finding.note(place_of(hit.partner->head, other->value), "the same there");
    finding.fix("keep it only in the record of the partner who publishes it");
  }
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A number or address is also that of a protected partner",
    .help =
        "The numbers and addresses of a protected person or group leave the office only if they "
        "agreed. Every output is searched for them before it leaves, whoever's record it printed "
        "them from, so a list for others that prints the same number for an organisation is "
        "refused. Keep what an organisation publishes in its own record only: the affiliation "
        "shows who works there. Keep a person's own number in the person's record only.",
    .example =
        "# partners/civil-society/valley-committee.yaml\n"
        "contacts:\n"
        "  - {key: k1, channel: phone, value: +999 5555 0101}\n"
        "# partners/defenders/hrd-k7m2qx.yaml\n"
        "contacts:\n"
        "  - {key: k1, channel: signal, value: +999 5555 0101}",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          if (model::is_protected(partner)) return;
          // What may not be used is printed nowhere.
          for (const auto& contact : partner.contacts)
            if (contact.value && model::is_usable(contact))
              check(partner, contact, context, report);
        },
};

}  // namespace rapport::rules::shared_channel_rule
