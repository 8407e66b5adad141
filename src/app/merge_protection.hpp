// That a record made of two is as protected as the stricter of them.
#pragma once

#include "app/merge_fields.hpp"
#include "base/result.hpp"

namespace rapport::app {

/// Refuses a merged record that would be less protected than one of the two, and acts of consent
/// that together allow what neither allowed.
base::Done check_protection(const model::Partner& keep, const model::Partner& drop,
                            const model::Partner& merged, const MergeChoices& choices,
                            const value::Date& today);

}  // namespace rapport::app
