#include "mandate/circle.hpp"

#include <algorithm>

namespace rapport::mandate {
namespace {

using model::Circle;
using model::PartnerKind;

bool is_woman_defender(const model::Partner& partner, const value::Codes& codes) {
  if (partner.kind == PartnerKind::defender) return partner.gender == model::Gender::woman;
  if (partner.kind != PartnerKind::defender_group) return false;
  const auto theme = codes.find(value::CodeSet::theme, "women-defenders");
  return theme != 0 && std::ranges::any_of(partner.themes, [theme](const value::ThemeCode& code) {
           return code.index() == theme;
         });
}

/// What belongs to a State: authorities below the national level are met apart from the
/// Government, whatever branch of it they are.
Circle circle_of_state(const model::Partner& partner) {
  switch (*partner.kind) {
    case PartnerKind::legislature:
      return Circle::legislature;
    case PartnerKind::judiciary:
    case PartnerKind::prosecution:
      return Circle::judiciary;
    case PartnerKind::local_authority:
      return Circle::local_authorities;
    case PartnerKind::embassy:
      return Circle::embassies;
    case PartnerKind::permanent_mission:
      return Circle::government;
    default:
      break;
  }
  const bool is_national = !partner.level || partner.level == model::Level::national;
  return is_national ? Circle::government : Circle::local_authorities;
}

Circle circle_of_civil_society(PartnerKind kind) {
  if (kind == PartnerKind::academic || kind == PartnerKind::expert) return Circle::academics;
  return kind == PartnerKind::media ? Circle::media : Circle::civil_society;
}

}  // namespace

Circle circle_of(const model::Partner& partner) {
  switch (partner.group()) {
    case model::Group::defenders:
      return Circle::defenders;
    case model::Group::civil_society:
      return circle_of_civil_society(*partner.kind);
    case model::Group::united_nations:
      return Circle::un;
    case model::Group::regional:
      return Circle::regional;
    case model::Group::states:
      return circle_of_state(partner);
    case model::Group::independent:
      return partner.kind == PartnerKind::nhri ? Circle::nhri : Circle::other;
    case model::Group::others:
      return partner.kind == PartnerKind::business || partner.kind == PartnerKind::development_bank
                 ? Circle::business
                 : Circle::other;
    case model::Group::de_facto:
    case model::Group::absent:
      break;
  }
  return Circle::other;
}

bool is_in_circle(const model::Partner& partner, Circle circle, const value::Codes& codes) {
  if (circle == Circle::women_defenders) return is_woman_defender(partner, codes);
  if (circle == Circle::embassies && partner.kind == PartnerKind::delegation) return true;
  return circle_of(partner) == circle;
}

}  // namespace rapport::mandate
