// Closing what was promised and what was needed.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

struct DoneRequest {
  Occasion occasion;
  std::string id;   // of the engagement
  std::string key;  // of a commitment or a need, also as commitments.c1; empty: list the open ones
  std::string by;   // the engagement or document that shows it; of a need also who answered it
  std::string means;  // of a need: how
  std::string on;     // of a need: when; empty: today
  std::string told;   // of a need: when they were told
  bool partly = false;
};

/// The keys of what is open in an engagement, for completion; where `typed` has a point, or a key
/// is that of two, with the name of the list: "needs.n1". For the office only.
std::vector<std::string> open_items(const Snapshot& snapshot, std::string_view id,
                                    std::string_view typed);

/// Without a lock it only shows what would be written.
base::Result<Output> close_item(const Snapshot& snapshot, const store::Lock* lock,
                                const DoneRequest& request);

}  // namespace rapport::app
