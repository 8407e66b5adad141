// What a command that was killed while it changed several files left behind.
#pragma once

#include "base/result.hpp"
#include "store/lock.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace rapport::store {

struct Recovery {
  enum class Outcome { nothing, finished, undone };
  Outcome outcome = Outcome::nothing;
  std::size_t files = 0;
};

/// Finishes or undoes an interrupted change. When a file of it was changed by somebody else since,
/// it fails and says which.
base::Result<Recovery> recover(const Lock& lock);

/// What a command that only reads sees of changes; one look at the disk each. The same before and
/// after it reads, and not pending: no change was half done meanwhile.
struct ChangeMark {
  bool is_pending = false;  // a change is being made, or was interrupted
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  bool operator==(const ChangeMark&) const = default;
};
ChangeMark look_at_changes(const std::string& root);

/// A change is pending, and the command that made it is gone.
bool is_interrupted(const std::string& root);

}  // namespace rapport::store
