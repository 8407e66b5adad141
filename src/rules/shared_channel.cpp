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
    finding.fix("keep it in the record of the one who publishes it");
  }
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A number or address is that of a protected partner, too",
    .help =
        "How a protected person or group is reached leaves the office only where they agreed, and "
        "every output is searched for it before it leaves, whoever's it was printed as. A list for "
        "others that prints the same number of an organisation is then refused. What an "
        "organisation publishes stays in its record alone: the affiliation says how to find who "
        "works there. A number that is a person's own stays in theirs.",
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
