// Where a repository begins.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace rapport::store {

/// The nearest directory from `start` upwards that holds rapport.yaml.
base::Result<std::string> find_root(const std::string& start);

/// Fails when the office's file says a format that only a newer version reads.
base::Done check_format(std::string_view path, std::string_view office);

}  // namespace rapport::store
