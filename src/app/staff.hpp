// Who works for the office, for completion.
#pragma once

#include "app/snapshot.hpp"
#include "value/date.hpp"

#include <string>
#include <vector>

namespace rapport::app {

/// The keys of those who have not left. For the office only.
std::vector<std::string> staff_keys(const Snapshot& snapshot, value::Date today);

}  // namespace rapport::app
