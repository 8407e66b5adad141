#include "model/partner.hpp"
#include "rules/engine/channels.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::channel_twice_rule {
namespace {

/// An earlier channel of the same number or address; null when there is none.
const model::Contact* earlier(const Partner& partner, const model::Contact& contact) {
  const std::string value = channel_value(contact);
  if (value.empty()) return nullptr;
  for (const auto& other : partner.contacts) {
    if (&other == &contact) return nullptr;
    if (other.channel && is_same_means(other, contact) && channel_value(other) == value)
      return &other;
  }
  return nullptr;
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::note,
    .summary = "A number or address is in a record twice",
    .help =
        "One number in two spellings looks like two ways to reach someone. When it changes, or "
        "falls into other hands, one of the two is forgotten. One number for calls and for Signal "
        "is two channels, and is not reported.",
    .example =
        "- {key: k1, channel: phone, value: +999 5555 0101}\n"
        "- {key: k2, channel: mobile, value: +99955550101}",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          for (const auto& contact : partner.contacts) {
            const auto* first = earlier(partner, contact);
            if (first == nullptr) continue;
            report
                .add(partner.head, contact.value,
                     fmt::format("channel {} is the same as channel {}",
                                 name_of_item(partner.contacts, contact),
                                 name_of_item(partner.contacts, *first)))
                .note(place_of(partner.head, first->value), "the same here")
                .fix("keep one of the two");
          }
        },
};

}  // namespace rapport::rules::channel_twice_rule
