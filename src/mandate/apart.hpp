// Who must never meet whom, nor stand beside them in one list.
#pragma once

#include "model/partner.hpp"

#include <cstdint>
#include <vector>

namespace rapport::model {
class Dataset;
struct BackRef;
}  // namespace rapport::model

namespace rapport::mandate {

/// What `one` names `other` by, or its kind, under `keep_apart`, and the affiliation by which that
/// is so, where it is a body they belong to; both null when it does not.
struct KeptApart {
  const model::Pattern* pattern = nullptr;
  const model::Affiliation* through = nullptr;

  explicit operator bool() const { return pattern != nullptr; }
};

KeptApart keeps_apart(const model::Dataset& data, const model::Partner& one,
                      const model::Partner& other, const value::Date& day);

/// `other` is the partner of that reference, or belongs to it that day.
bool is_or_is_of(const model::Partner& other, const value::Ref& body, const value::Date& day);

/// A use of somebody's id as that of an alleged victim.
bool is_victim(const model::BackRef& use);

/// Some case says that `other`, or who they belong to that day, did something to `victim`.
bool accuses(const model::Dataset& data, const model::Partner& victim, const model::Partner& other,
             const value::Date& day);

/// Some case says that anybody did.
bool accuses_somebody(const model::Dataset& data, const model::Partner& victim);

}  // namespace rapport::mandate
