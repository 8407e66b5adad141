// What differs between two texts, line by line.
#pragma once

#include <string>
#include <string_view>

namespace rapport::base {

/// In the unified form that `diff -u` and git print, with three lines around each change. Empty
/// when the texts are the same.
std::string unified_diff(std::string_view before_name, std::string_view after_name,
                         std::string_view before, std::string_view after);

}  // namespace rapport::base
