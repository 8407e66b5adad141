// Records with everything that is linked to them.
#pragma once

#include "app/output.hpp"
#include "app/terms.hpp"

#include <span>
#include <string>

namespace rapport::app {

base::Result<Output> show(const Snapshot& snapshot, const Terms& terms,
                          std::span<const std::string> ids);

}  // namespace rapport::app
