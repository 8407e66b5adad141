#include "rules/engine/channels.hpp"

#include "base/text.hpp"
#include "value/telephone.hpp"

namespace rapport::rules {

std::string channel_value(const model::Contact& contact) {
  using enum model::Channel;
  if (!contact.channel || !contact.value || contact.value.raw().starts_with("sealed:")) return {};
  const std::string text = contact.value.str();
  switch (*contact.channel) {
    case email:
      return value::EmailForm::accepts(text) ? base::lower_ascii(text) : std::string{};
    case phone:
    case mobile:
    case fax:
    case signal:
    case whatsapp:
    case telegram: {
      const auto telephone = value::read_telephone(text);
      if (telephone) return telephone.uri();
      const bool is_name = contact.channel == telegram || contact.channel == signal;
      return is_name && text.find(' ') == std::string::npos ? base::lower_ascii(text)
                                                            : std::string{};
    }
    default:
      return {};
  }
}

bool is_same_means(const model::Contact& one, const model::Contact& other) {
  const auto is_call = [](const model::Contact& contact) {
    return contact.channel == model::Channel::phone || contact.channel == model::Channel::mobile;
  };
  return *one.channel == *other.channel || (is_call(one) && is_call(other));
}

}  // namespace rapport::rules
