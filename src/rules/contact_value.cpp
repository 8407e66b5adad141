#include "base/text.hpp"
#include "model/partner.hpp"
#include "rules/engine/rule.hpp"
#include "value/telephone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace rapport::rules::contact_value_rule {
namespace {

bool is_of_name(char c) { return (c >= 'a' && c <= 'z') || c == '@'; }

/// What is wrong with a number, and what to do; empty when nothing is.
std::string_view wanted(value::TelephoneFault fault) {
  using enum value::TelephoneFault;
  switch (fault) {
    case none:
      return "";
    case no_country:
      return "write it with + and the country code";
    case zero_country:
      return "a country code does not begin with 0: write it after the +, and leave out the 0 that "
             "is dialled inside the country";
    case two_numbers:
      return "one contact has one number: write the other one in a contact of its own, in full, "
             "with + and the country code";
    case letters:
      return "write the digits in place of the letters";
    case words:
      return "write the number alone, or with an extension as `ext. 12`; words go into `note`, "
             "hours into `hours`, and a second number into a contact of its own";
    case no_extension:
      return "write the number of the extension, up to seven digits, after `ext.`";
    case length:
      return "a number has 7 to 15 digits with its country code: write it in full, and an "
             "extension as `ext. 12`";
    case other_digits:
      return "write it with the digits 0 to 9, and with + before them";
    case sign:
      return "write digits, with spaces, dots, hyphens or brackets between them; an extension as "
             "`ext. 12`";
  }
  return "";
}

/// What the channel takes, or empty when the value fits or may be anything.
std::string_view wanted(model::Channel channel, std::string_view value) {
  using enum model::Channel;
  switch (channel) {
    case email:
      return value::EmailForm::accepts(value) ? "" : "write it as name@example.org";
    case web:
      return value::UrlForm::accepts(value) ? "" : "write it in full: https://…";
    case phone:
    case mobile:
    case fax:
      return wanted(value::read_telephone(value).fault);
    case signal:
    case whatsapp: {
      const auto telephone = value::read_telephone(value);
      if (!telephone.extension.empty()) return "write it without an extension";
      // A name in place of a number is fine, as these have them.
      const bool is_name =
          !value.starts_with('+') && !value.starts_with("00") &&
          (std::ranges::none_of(value, base::is_digit) || std::ranges::any_of(value, is_of_name));
      return is_name ? "" : wanted(telephone.fault);
    }
    default:
      return "";
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A number or address does not fit its channel",
    .help =
        "Phone numbers are written with + and the country code, so that they work from anywhere, "
        "and an extension as `ext. 12`; one contact has one number. E-mail addresses and web "
        "addresses are written in full.",
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
