#include "report/engine/contact.hpp"

#include "report/engine/values.hpp"

namespace rapport::report {
namespace {

using model::Contact;
using model::Partner;
using release::Cleared;

}  // namespace

std::string in_words(const mandate::NoContact& said) {
  if (!said) return {};
  std::string text = "left out when narrowing";
  if (said.reason == release::Reason::consent_refused) text = "refused";
  if (said.reason == release::Reason::consent_withdrawn) text = "withdrew";
  const std::string day = said.on.in_words();
  if (day.empty()) return text + ", day not known";
  return text + (said.on.precision() == value::Precision::day ? " on " : " in ") + day;
}

templates::Value value(const mandate::NoContact& said) {
  if (!said) return {};
  return templates::Value::object()
      .set("refused", said.reason == release::Reason::consent_refused)
      .set("withdrew", said.reason == release::Reason::consent_withdrawn)
      .set("narrowed", said.reason == release::Reason::consent_narrowed)
      .set("on", value(said.on));
}

ContactLine contact_line(const release::Release& released, const Cleared<Partner>& partner) {
  const auto channel = released.safe_channel(partner);
  ContactLine line{.name = partner.show<&Partner::name>().text(),
                   .attention = {},
                   .channel = {},
                   .value = {},
                   .hours = {},
                   .zone = {},
                   .languages = texts(partner.texts<&Partner::languages>()),
                   .verified = {}};
  if (!channel) return line;
  line.attention = channel.show<&Contact::attention>().text();
  line.channel = channel.show<&Contact::channel>().text();
  line.value = channel.show<&Contact::value>().text();
  line.hours = channel.show<&Contact::hours>().text();
  if (!line.hours.empty()) line.zone = channel.show<&Contact::zone>().text();
  line.verified = channel.get<&Contact::verified>();
  return line;
}

}  // namespace rapport::report
