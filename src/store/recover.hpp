// What a command that was killed while it changed several files left behind.
#pragma once

#include "base/result.hpp"
#include "store/lock.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace rapport::store {

struct Recovered {
  enum class How { nothing, finished, undone };
  How how = How::nothing;
  std::size_t files = 0;
};

/// Finishes or undoes an interrupted change. When a file of it was changed by somebody else since,
/// it fails and says which.
base::Result<Recovered> recover(const Lock& lock);

/// Whether there is one; for commands that only read. One look at the disk.
bool is_interrupted(const std::string& root);

}  // namespace rapport::store
