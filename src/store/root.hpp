// Where a repository begins.
#pragma once

#include "base/result.hpp"

#include <string>

namespace rapport::store {

/// The nearest directory from `start` upwards that holds rapport.yaml.
base::Result<std::string> find_root(const std::string& start);

}  // namespace rapport::store
