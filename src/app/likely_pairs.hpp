// Which partners may be one and the same, by names, ways to reach them and what else is recorded.
// Not every partner is compared with every other one, but those that have something in common.
#pragma once

#include "model/dataset.hpp"

#include <string>
#include <vector>

namespace rapport::app {

struct LikelyPair {
  const model::Partner* one = nullptr;  // whose id is first in order
  const model::Partner* other = nullptr;
  int points = 0;  // of 100
  std::vector<std::string> reasons = {};
};

/// Pairs with as many points at least, the likeliest first, then by their ids; without those that
/// were found not to be the same.
std::vector<LikelyPair> likely_pairs(const model::Dataset& data, int least);

/// It is recorded that they are two.
bool are_known_to_differ(const model::Partner& one, const model::Partner& other);

}  // namespace rapport::app
