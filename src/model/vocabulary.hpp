// The vocabularies that both kinds of record use. The enumerators are the words (value/word.hpp).
#pragma once

#include <cstdint>

namespace rapport::model {

enum class Group : std::uint8_t {
  absent,
  defenders,
  civil_society,
  united_nations,
  regional,
  states,
  independent,
  de_facto,
  others,
};

enum class PartnerKind : std::uint8_t {
  absent,
  defender,
  defender_group,
  cooperating_person,
  ngo,
  association,
  academic,
  expert,
  lawyer,
  media,
  trade_union,
  special_procedure,
  treaty_body,
  un_agency,
  un_presence,
  resident_coordinator,
  regional_mechanism,
  regional_organisation,
  delegation,
  government,
  legislature,
  judiciary,
  prosecution,
  law_enforcement,
  intelligence,
  local_authority,
  permanent_mission,
  embassy,
  nhri,
  equality_body,
  independent_body,
  de_facto_authority,
  armed_group,
  business,
  development_bank,
  international_organisation,
  donor,
  other,
};

/// The group, and so the folder, a kind belongs to.
Group group_of(PartnerKind kind);

enum class Form : std::uint8_t { absent, person, body };
/// What a kind is unless the record says otherwise.
Form default_form(PartnerKind kind);

enum class Classification : std::uint8_t {
  absent,
  unclassified,
  confidential,
  strictly_confidential,
};

/// Who an output is for. `office` is the first; each further one knows less of people.
enum class Audience : std::uint8_t {
  absent,
  office,
  mandates,
  ohchr,
  un,
  regional,
  nhri,
  state,
  other_states,
  de_facto,
  business,
  civil_society,
  media,
  public_,
};

/// The office and those it works with: mandates, OHCHR, the UN.
constexpr bool works_with_us(Audience audience) {
  using enum Audience;
  return audience == office || audience == mandates || audience == ohchr || audience == un;
}

/// Letters before they are public, and replies that their senders asked not to publish: a country
/// team of the United Nations has national staff and sits with the Government.
constexpr bool reads_unpublished(Audience audience) {
  using enum Audience;
  return audience == office || audience == mandates || audience == ohchr;
}

/// Whom the pack of a visit that is not public is made for: the State visited and those who help.
constexpr bool is_told_of_visits(Audience audience) {
  using enum Audience;
  return works_with_us(audience) || audience == state || audience == regional || audience == nhri ||
         audience == civil_society;
}

constexpr bool is_of_states(Audience audience) {
  return audience == Audience::state || audience == Audience::other_states;
}
constexpr bool is_for_everybody(Audience audience) {
  return audience == Audience::public_ || audience == Audience::media;
}

/// What a consent is for.
enum class Use : std::uint8_t {
  absent,
  contact,
  share_contact,
  letter,
  raise_orally,
  publish,
  press,
  quote,
  image,
  list_as_participant,
  list_as_expert,
  meet_authority,
  un_report,
};

enum class NameAs : std::uint8_t { absent, full, initials, described, none };

/// Whom people belong to when they are counted or heard without being named.
enum class Circle : std::uint8_t {
  absent,
  defenders,
  women_defenders,
  civil_society,
  academics,
  media,
  un,
  regional,
  government,
  legislature,
  judiciary,
  local_authorities,
  nhri,
  embassies,
  business,
  other,
};

}  // namespace rapport::model
