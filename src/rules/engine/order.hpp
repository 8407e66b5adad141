// Findings in an order that depends on nothing but what they say.
#pragma once

#include "value/finding.hpp"

#include <vector>

namespace rapport::rules {

/// Sorts by path, place and rule, and then by all that is said, and makes one of what is said twice
/// of one place.
void put_in_order(std::vector<value::Finding>& findings);

}  // namespace rapport::rules
