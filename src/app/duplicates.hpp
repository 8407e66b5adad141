// Partners that may be one and the same, and that somebody found two of them to be others.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"

#include <string>
#include <vector>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

struct DuplicatesRequest {
  static constexpr unsigned usual_least = 50;

  Occasion occasion;
  unsigned least = usual_least;      // points, of 100
  std::vector<std::string> of = {};  // only pairs with one of these; empty: all
};

/// Each pair with its points and the reasons, the likeliest first. For the office only.
base::Result<Output> duplicates(const Snapshot& snapshot, const DuplicatesRequest& request);

struct NotSameRequest {
  Occasion occasion;
  std::string one;
  std::string other;
  std::string by;  // the key of a member of staff, holder or office
};

/// Written into the record whose id is first in order.
base::Result<Output> mark_not_same(const Snapshot& snapshot, const store::Lock* lock,
                                   const NotSameRequest& request);

}  // namespace rapport::app
