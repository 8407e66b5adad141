// The mandates that were asked to sign, in a case or in a letter alike.
#pragma once

#include "release/cleared.hpp"

#include <vector>

namespace rapport::report {

/// Of the case or of the letter; none of another engagement.
std::vector<release::Cleared<model::CoSignatory>> co_signatories(
    const release::Cleared<model::Engagement>& engagement);

}  // namespace rapport::report
