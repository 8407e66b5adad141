// Who must never meet whom.
#pragma once

#include "model/dataset.hpp"
#include "rules/engine/context.hpp"

#include <algorithm>

namespace rapport::rules {

/// What `one` names `other` by, or its kind, under `keep_apart`; null when it does not.
inline const model::Pattern* keeps_apart(const model::Partner& one, const model::Partner& other) {
  for (const auto& pattern : one.keep_apart) {
    const bool by_id = pattern.ref() && pattern.ref().target() == other.head.index + 1;
    if (by_id || (pattern.kind() != model::PartnerKind::absent && other.kind == pattern.kind()))
      return &pattern;
  }
  return nullptr;
}

/// A use of somebody's id as that of an alleged victim.
inline bool is_victim(const model::BackRef& use) {
  return use.row == &value::row_of<&model::AllegedVictim::partner>();
}

/// Some case says that `other` did something to `victim`.
inline bool accuses(const model::Partner& victim, const model::Partner& other,
                    const Context& context) {
  const auto is_other = [&](const model::AllegedPerpetrator& alleged) {
    return alleged.partner.target() == other.head.index + 1;
  };
  return std::ranges::any_of(context.data().used_by(victim.head), [&](const auto& use) {
    if (!is_victim(use)) return false;
    const auto& matter = context.data().engagement(*use.from);
    return matter.case_ && std::ranges::any_of(matter.case_->alleged_perpetrators, is_other);
  });
}

}  // namespace rapport::rules
