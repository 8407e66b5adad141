// The small words between the parts of a name, which say nothing of whose it is.
#pragma once

#include <string_view>

namespace rapport::base {

/// de, van, al ...: common to many names. Any case; folded where it is no ASCII.
bool is_particle(std::string_view word);

}  // namespace rapport::base
