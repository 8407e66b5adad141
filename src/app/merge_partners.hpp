// Two records of one partner become one, with every reference to either.
#pragma once

#include "app/merge_fields.hpp"
#include "app/occasion.hpp"
#include "app/output.hpp"

#include <string>
#include <vector>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

struct MergeRequest {
  Occasion occasion;
  std::string keep;
  std::string drop;
  MergeChoices choices = {};
};

/// One edit over all files: `keep` gets what only `drop` says, references to `drop` lead to `keep`,
/// and the file of `drop` goes. Refused where nothing says which of two values is right, and where
/// the merged record would be less protected, or allow more, than the two of them.
base::Result<Output> merge_partners(const Snapshot& snapshot, const store::Lock* lock,
                                    const MergeRequest& request);

}  // namespace rapport::app
