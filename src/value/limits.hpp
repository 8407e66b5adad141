// How much one record may hold, besides the size of its file and the depth of its YAML.
#pragma once

#include "base/limits.hpp"

#include <cstddef>

namespace rapport::value {

/// Rules compare the items of a list with each other, and names with all texts: beyond these limits
/// a file would keep them busy for minutes, and no office has use for it.
struct DecodeLimits {
  std::size_t items = base::limits::items;  // of one list
  std::size_t name =
      base::limits::name;  // bytes of a text that says who somebody is, or how to reach them
  std::size_t faults = base::limits::faults;  // after so many the rest of a file is not checked
};

}  // namespace rapport::value
