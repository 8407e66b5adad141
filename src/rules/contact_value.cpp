#include "base/text.hpp"
#include "model/partner.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::contact_value_rule {
namespace {

bool is_of_name(char c) { return (c >= 'a' && c <= 'z') || c == '@'; }

/// What the channel takes, or empty when the value fits or may be anything.
std::string_view wanted(model::Channel channel, std::string_view value) {
  using enum model::Channel;
  switch (channel) {
    case email:
      return value::EmailForm::accepts(value) ? "" : "write it as name@example.org";
    case web:
      return value::UrlForm::accepts(value) ? "" : "write it whole: https://…";
    case phone:
    case mobile:
    case fax:
      return value::e164(value) ? "" : "write it with + and the code of the country";
    case signal:
    case whatsapp:
      // A name in place of a number is fine, as these have them.
      return std::ranges::none_of(value, base::is_digit) ||
                     std::ranges::any_of(value, is_of_name) || value::e164(value)
                 ? ""
                 : "write it with + and the code of the country";
    default:
      return "";
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A number or address does not fit its channel",
    .help =
        "Phone numbers are written with + and the code of the country, so that they work "
        "from anywhere; e-mail addresses and web addresses whole.",
    .example = "- {key: k1, channel: phone, value: 5555 0101}",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          for (const auto& contact : partner.contacts) {
            if (!contact.value || !contact.channel || contact.value.raw().starts_with("sealed:"))
              continue;
            const std::string value = contact.value.str();
            const auto remedy = wanted(*contact.channel, value);
            if (remedy.empty()) continue;
            report
                .add(partner.head, contact.value,
                     fmt::format("this does not fit the channel {}", contact.channel.str()))
                .note(place_of(partner.head, contact.channel), "its channel")
                .fix(std::string(remedy));
          }
        },
};

}  // namespace rapport::rules::contact_value_rule
