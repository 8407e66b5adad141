#include "model/protection.hpp"

#include "model/engagement.hpp"
#include "model/partner.hpp"

namespace rapport::model {

bool is_official(const Partner& partner) { return partner.capacity == Capacity::official; }

bool is_association(const Partner& partner) {
  if (is_person(partner)) return false;
  switch (*partner.kind) {
    case PartnerKind::ngo:
    case PartnerKind::association:
    case PartnerKind::trade_union:
    case PartnerKind::lawyer:
    case PartnerKind::expert:
    case PartnerKind::other:
    case PartnerKind::donor:
      return true;
    default:
      return false;
  }
}

bool is_person(const Partner& partner) {
  if (partner.form) return partner.form == Form::person;
  // The same words name the office and who heads it, and an office has no title and no gender.
  if (partner.kind == PartnerKind::resident_coordinator) return partner.honorific || partner.gender;
  return default_form(*partner.kind) == Form::person;
}

bool is_authority(const Partner& partner) {
  return partner.group() == Group::states || partner.group() == Group::de_facto;
}

bool is_civil_society(const Partner& partner) {
  return partner.group() == Group::defenders || partner.group() == Group::civil_society;
}

bool is_protected(const Partner& partner) {
  if (partner.group() == Group::defenders || partner.national_staff.is_yes()) return true;
  return is_person(partner) && !is_official(partner) &&
         partner.classification != Classification::unclassified;
}

Classification classification(const Partner& partner) {
  if (partner.classification) return *partner.classification;
  const bool open_body = !is_person(partner) && partner.group() != Group::defenders &&
                         (!is_association(partner) || partner.listed);
  return open_body || is_official(partner) ? Classification::unclassified
                                           : Classification::confidential;
}

Classification classification(const Engagement& engagement) {
  if (engagement.classification) return *engagement.classification;
  const bool sensitive =
      engagement.case_ || engagement.communication || engagement.openness == Openness::confidential;
  return sensitive ? Classification::confidential : Classification::unclassified;
}

}  // namespace rapport::model
