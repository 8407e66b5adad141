// Who must never meet whom.
#pragma once

#include "model/partner.hpp"

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

}  // namespace rapport::rules
