// Changing fields of one record, of several, or of all that a query finds.
#pragma once

#include "app/assignment.hpp"
#include "app/occasion.hpp"
#include "app/output.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

struct SetRequest {
  Occasion occasion;
  std::vector<std::string> ids = {};
  std::optional<std::string> query = {};       // of the records to change, instead of ids
  std::optional<model::RecordKind> kind = {};  // those it asks about; else all it can be asked of
  std::vector<Assignment> assignments = {};
};

struct SetPlan {
  std::vector<std::string> lines;  // what would be changed, or that nothing would
  std::size_t found = 0;           // records
  std::size_t changed = 0;         // of them
};

/// What would be changed. Fails for a value that a field cannot have.
base::Result<SetPlan> plan_set(const Snapshot& snapshot, const SetRequest& request);

/// Changes it; without a lock it only shows what would change.
base::Result<Output> set(const Snapshot& snapshot, const store::Lock* lock,
                         const SetRequest& request);

}  // namespace rapport::app
