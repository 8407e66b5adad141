#include "mandate/apart.hpp"

#include "model/dataset.hpp"

#include <algorithm>

namespace rapport::mandate {
namespace {

using model::Partner;

/// Who they are kept apart from is a body, and this one of its people that day.
bool belongs(const model::Affiliation& affiliation, const value::Date& day) {
  return affiliation.body.target() != 0 && !value::sure_before(affiliation.until, day) &&
         !value::sure_after(affiliation.since, day);
}

bool names(const model::Pattern& pattern, const Partner& partner) {
  const bool by_id = pattern.ref() && model::leads_to(pattern.ref(), partner.head);
  return by_id || (pattern.kind() != model::PartnerKind::absent && partner.kind == pattern.kind());
}

/// Some alleged perpetrator of a case in which they are an alleged victim is so.
template <class Is>
bool any_accused(const model::Dataset& data, const Partner& victim, const Is& is) {
  return std::ranges::any_of(data.used_by(victim.head), [&](const model::BackRef& use) {
    if (!is_victim(use)) return false;
    const model::Engagement& matter = data.engagement(*use.from);
    return matter.case_ && std::ranges::any_of(matter.case_->alleged_perpetrators, is);
  });
}

}  // namespace

KeptApart keeps_apart(const model::Dataset& data, const Partner& one, const Partner& other,
                      const value::Date& day) {
  for (const auto& pattern : one.keep_apart) {
    if (names(pattern, other)) return {&pattern, nullptr};
    for (const auto& affiliation : other.affiliations) {
      const Partner* body = data.partner(affiliation.body);
      if (body != nullptr && body != &one && names(pattern, *body) && belongs(affiliation, day))
        return {&pattern, &affiliation};
    }
  }
  return {};
}

bool is_or_is_of(const Partner& other, const value::Ref& body, const value::Date& day) {
  if (body.target() == 0) return false;
  if (model::leads_to(body, other.head)) return true;
  return std::ranges::any_of(other.affiliations, [&](const auto& affiliation) {
    return affiliation.body.target() == body.target() && belongs(affiliation, day);
  });
}

bool is_victim(const model::BackRef& use) {
  return use.row == &value::field_of<&model::AllegedVictim::partner>();
}

bool accuses(const model::Dataset& data, const Partner& victim, const Partner& other,
             const value::Date& day) {
  return any_accused(data, victim,
                     [&](const auto& alleged) { return is_or_is_of(other, alleged.partner, day); });
}

bool accuses_somebody(const model::Dataset& data, const Partner& victim) {
  return any_accused(data, victim,
                     [](const auto& alleged) { return alleged.partner.target() != 0; });
}

}  // namespace rapport::mandate
