// Removing records that nothing refers to.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"
#include "model/edit.hpp"

#include <string>
#include <vector>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

/// What goes, and what is lost with it.
struct Removal {
  model::Edit edit = {};
  std::vector<std::string> paths = {};
  std::vector<std::string> losses = {};  // a line for each
};

/// Fails where another record, which stays, refers to one of these.
base::Result<Removal> plan_removal(const Snapshot& snapshot, const std::vector<std::string>& ids);

base::Result<Output> remove(const Snapshot& snapshot, const store::Lock* lock,
                            const Occasion& occasion, const Removal& removal);

}  // namespace rapport::app
