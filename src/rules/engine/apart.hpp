// Who must never meet whom, as the rules ask it.
#pragma once

#include "mandate/apart.hpp"
#include "model/engagement.hpp"
#include "rules/engine/context.hpp"

namespace rapport::rules {

using mandate::is_or_is_of;
using mandate::is_victim;
using mandate::KeptApart;

inline KeptApart keeps_apart(const model::Partner& one, const model::Partner& other,
                             const value::Date& day, const Context& context) {
  return mandate::keeps_apart(context.data(), one, other, day);
}

/// Some case says that `other`, or who they belong to, did something to `victim`.
inline bool accuses(const model::Partner& victim, const model::Partner& other,
                    const value::Date& day, const Context& context) {
  return mandate::accuses(context.data(), victim, other, day);
}

/// The day of the slot, else of the engagement, else today.
inline value::Date day_of(const model::Engagement& engagement, const model::Slot* slot,
                          const Context& context) {
  if (slot != nullptr && slot->at) return slot->at.date();
  return engagement.start ? engagement.start.date() : context.today;
}

}  // namespace rapport::rules
