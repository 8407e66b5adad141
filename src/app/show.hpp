// Records with everything that is linked to them.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"

#include <span>
#include <string>

namespace rapport::app {

base::Result<Output> show(const Snapshot& snapshot, const Occasion& occasion,
                          std::span<const std::string> ids);

}  // namespace rapport::app
