// Who is protected, on which side a partner stands, and how a record is classified: rules, the
// release and reports all go by it.
#pragma once

#include "model/vocabulary.hpp"

namespace rapport::model {

struct Engagement;
struct Partner;

/// Protected is: every kind of the group defenders; a person who is neither an official nor
/// unclassified; national staff.
bool is_protected(const Partner& partner);
bool is_person(const Partner& partner);
bool is_official(const Partner& partner);
/// NGOs, unions, associations and what else of civil society is a body but no institution.
bool is_association(const Partner& partner);
/// The two sides that never stand together outside the office, unless they agreed.
bool is_authority(const Partner& partner);
bool is_civil_society(const Partner& partner);
Classification classification(const Partner& partner);  // with what unset means
Classification classification(const Engagement& engagement);

}  // namespace rapport::model
