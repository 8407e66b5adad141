// Who must never meet whom.
#pragma once

#include "model/dataset.hpp"
#include "rules/engine/context.hpp"

#include <algorithm>

namespace rapport::rules {

/// What `one` names `other` by, or its kind, under `keep_apart`, and the affiliation by which that
/// is so, where it is a body they belong to; both null when it does not.
struct KeptApart {
  const model::Pattern* pattern = nullptr;
  const model::Affiliation* through = nullptr;

  explicit operator bool() const { return pattern != nullptr; }
};

/// Who they are kept apart from is a body, and this one of its people that day.
inline bool belongs(const model::Affiliation& affiliation, const value::Date& day) {
  return affiliation.body.target() != 0 && !value::sure_before(affiliation.until, day) &&
         !value::sure_after(affiliation.since, day);
}

/// `other` is the partner of that reference, or belongs to it that day.
inline bool is_or_is_of(const model::Partner& other, const value::Ref& body,
                        const value::Date& day) {
  if (body.target() == 0) return false;
  if (body.target() == other.head.index + 1) return true;
  return std::ranges::any_of(other.affiliations, [&](const auto& affiliation) {
    return affiliation.body.target() == body.target() && belongs(affiliation, day);
  });
}

inline KeptApart keeps_apart(const model::Partner& one, const model::Partner& other,
                             const value::Date& day, const Context& context) {
  const auto names = [&](const model::Pattern& pattern, const model::Partner& partner) {
    const bool by_id = pattern.ref() && pattern.ref().target() == partner.head.index + 1;
    return by_id ||
           (pattern.kind() != model::PartnerKind::absent && partner.kind == pattern.kind());
  };
  for (const auto& pattern : one.keep_apart) {
    if (names(pattern, other)) return {&pattern, nullptr};
    for (const auto& affiliation : other.affiliations) {
      const auto* body = context.data().partner(affiliation.body);
      if (body != nullptr && body != &one && names(pattern, *body) && belongs(affiliation, day))
        return {&pattern, &affiliation};
    }
  }
  return {};
}

/// A use of somebody's id as that of an alleged victim.
inline bool is_victim(const model::BackRef& use) {
  return use.row == &value::row_of<&model::AllegedVictim::partner>();
}

/// Some case says that `other`, or who they belong to, did something to `victim`.
inline bool accuses(const model::Partner& victim, const model::Partner& other,
                    const value::Date& day, const Context& context) {
  return std::ranges::any_of(context.data().used_by(victim.head), [&](const auto& use) {
    if (!is_victim(use)) return false;
    const auto& matter = context.data().engagement(*use.from);
    return matter.case_ &&
           std::ranges::any_of(matter.case_->alleged_perpetrators, [&](const auto& alleged) {
             return is_or_is_of(other, alleged.partner, day);
           });
  });
}

/// The day of the slot, else of the engagement, else today.
inline value::Date day_of(const model::Engagement& engagement, const model::Slot* slot,
                          const Context& context) {
  if (slot != nullptr && slot->at) return slot->at.date();
  return engagement.start ? engagement.start.date() : context.today;
}

}  // namespace rapport::rules
