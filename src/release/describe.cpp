#include "release/describe.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace rapport::release {
namespace {

using model::Gender;
using model::PartnerKind;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

}  // namespace

std::string initials(std::string_view name) {
  std::string out;
  bool at_word = true;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool separator = name[i] == ' ' || name[i] == '-';
    if (at_word && !separator) {
      out += name[i];
      while (i + 1 < name.size() && is_continuation(name[i + 1])) out += name[++i];
      out += '.';
    }
    at_word = separator;
  }
  // Of words of one letter each they would be the name.
  return base::words(out) == base::words(name) ? std::string{} : out;
}

std::string_view description(const model::Partner& partner) {
  const bool woman = partner.gender == Gender::woman;
  switch (*partner.kind) {
    case PartnerKind::defender:
      return woman ? "a woman human rights defender" : "a human rights defender";
    case PartnerKind::defender_group:
      return "a group of human rights defenders";
    case PartnerKind::cooperating_person:
      return "a person close to a human rights defender";
    case PartnerKind::lawyer:
      return woman ? "a woman lawyer" : "a lawyer";
    case PartnerKind::media:
      return model::is_person(partner) ? "a journalist" : "a media outlet";
    case PartnerKind::academic:
    case PartnerKind::expert:
      return "an expert";
    case PartnerKind::ngo:
    case PartnerKind::association:
    case PartnerKind::trade_union:
      return "a civil society organisation";
    default:
      return unnamed;
  }
}

bool is_concerned(value::StateCode state, const model::Engagement* matter) {
  if (matter == nullptr || !matter->case_ || matter->case_->where.empty() || !state) return true;
  return std::ranges::find(matter->case_->where, state) != matter->case_->where.end();
}

model::Audience audience_of(const model::Partner& addressee, const model::Engagement* matter) {
  using model::Audience;
  using model::Group;
  switch (addressee.group()) {
    case Group::states:
      return is_concerned(addressee.country, matter) ? Audience::state : Audience::other_states;
    case Group::de_facto:
      return Audience::de_facto;
    case Group::united_nations:
      return Audience::un;
    case Group::regional:
      return Audience::regional;
    case Group::independent:
      return Audience::nhri;
    case Group::civil_society:
      return addressee.kind == PartnerKind::media ? Audience::media : Audience::civil_society;
    case Group::others:
      return addressee.kind == PartnerKind::international_organisation ? Audience::un
                                                                       : Audience::business;
    default:
      return Audience::civil_society;
  }
}

}  // namespace rapport::release
