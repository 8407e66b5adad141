// How somebody is reached, and with how much care.
#pragma once

#include "model/record.hpp"

#include <array>

namespace rapport::model {

enum class Channel : std::uint8_t {
  absent,
  email,
  phone,
  mobile,
  signal,
  whatsapp,
  telegram,
  fax,
  post,
  web,
  in_person,
  intermediary,
  other
};
enum class ContactUse : std::uint8_t { absent, preferred, allowed, never };
enum class Origin : std::uint8_t { absent, self, published, partner, third_party };

struct Contact {
  Key key;
  Word<Channel> channel;
  Text value;
  Word<ContactUse> use;
  Text attention;
  Flag personal;
  Hours hours;
  Zone zone;
  LanguageTag language;
  Word<Origin> origin;
  Date verified;
  Text verified_how;
  Date compromised;
  Text note;
};

/// They may be reached by it: neither told us not to, nor does somebody else read it.
inline bool is_usable(const Contact& contact) {
  return contact.use != ContactUse::never && !contact.compromised;
}

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::Contact> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::key>("key", {.doc = "Names this channel within the record.",
                             .reveals = Reveals::contact,
                             .required = true}),
      field<&T::channel>("channel",
                         {.doc = "The means.", .reveals = Reveals::contact, .required = true}),
      field<&T::value>("value", {.doc = "The number or address, as it is written.",
                                 .reveals = Reveals::contact,
                                 .required = true,
                                 .must_seal = true}),
      field<&T::use>("use", {.doc = "preferred, allowed or never.",
                             .reveals = Reveals::contact,
                             .is_usual = true,
                             .stricter = value::Stricter::words("preferred - allowed never")}),
      field<&T::attention>("attention", {.doc = "Who may answer, or who to ask for.",
                                         .reveals = Reveals::identity,
                                         .must_seal = true}),
      field<&T::personal>("personal", {.doc = "A channel of the person, not of the office.",
                                       .reveals = Reveals::contact,
                                       .stricter = value::Stricter::words("no - yes")}),
      field<&T::hours>("hours",
                       {.doc = "Safe hours.", .reveals = Reveals::contact, .is_usual = true}),
      field<&T::zone>("zone", {.doc = "The time zone of the hours.", .reveals = Reveals::place}),
      field<&T::language>(
          "language",
          {.doc = "The language to use.", .reveals = Reveals::contact, .is_usual = true}),
      field<&T::origin>("origin", {.doc = "Who gave it to us; for a body of civil society that was "
                                          "not asked, only published channels leave the office.",
                                   .reveals = Reveals::source,
                                   .is_usual = true,
                                   .stricter = value::Stricter::words("published *")}),
      field<&T::verified>("verified", {.doc = "When it was last known to work and to be theirs.",
                                       .reveals = Reveals::contact}),
      field<&T::verified_how>("verified_how",
                              {.doc = "How this was checked.", .reveals = Reveals::content}),
      field<&T::compromised>("compromised", {.doc = "Since when it may be read by others.",
                                             .reveals = Reveals::content,
                                             .stricter = value::Stricter::earlier()}),
      field<&T::note>("note",
                      {.doc = "For the office.", .reveals = Reveals::content, .must_seal = true}),
  };
};
