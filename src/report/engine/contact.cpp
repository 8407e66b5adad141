#include "report/engine/contact.hpp"

namespace rapport::report {
namespace {

using model::Contact;
using model::Partner;
using release::Cleared;

std::string joined(const std::vector<release::Shown>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : ", ") + text.text();
  return out;
}

std::string attention(const Cleared<Partner>& partner, const Cleared<Contact>& channel) {
  if (channel)
    if (const auto shown = channel.show<&Contact::attention>()) return shown.text();
  for (const auto& affiliation : partner.list<&Partner::affiliations>())
    if (const auto post = affiliation.show<&model::Affiliation::post>()) return post.text();
  return {};
}

}  // namespace

ContactLine contact_line(const release::Released& released, const Cleared<Partner>& partner) {
  const auto channel = released.safe_channel(partner);
  ContactLine line{.name = partner.show<&Partner::name>().text(),
                   .attention = attention(partner, channel),
                   .channel = {},
                   .value = {},
                   .hours = {},
                   .zone = {},
                   .languages = joined(partner.texts<&Partner::languages>()),
                   .verified = {}};
  if (!channel) return line;
  line.channel = channel.show<&Contact::channel>().text();
  line.value = channel.show<&Contact::value>().text();
  line.hours = channel.show<&Contact::hours>().text();
  if (!line.hours.empty()) line.zone = channel.show<&Contact::zone>().text();
  line.verified = channel.get<&Contact::verified>();
  return line;
}

}  // namespace rapport::report
