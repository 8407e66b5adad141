// What differs between two texts, as `diff -u` shows it.
#pragma once

#include <string>
#include <string_view>

namespace rapport::base {

/// Three lines of context around each change; empty when the texts are the same. The names are
/// printed as they are. Two texts that have hardly a line in common are shown as one change.
std::string unified_diff(std::string_view before_name, std::string_view after_name,
                         std::string_view before, std::string_view after);

}  // namespace rapport::base
