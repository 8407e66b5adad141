// The last look at the bytes of an output before they leave: does a text stand in them that must
// not?
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rapport::release {

/// The first of `texts` that `bytes` hold, compared folded (accents, case, spaces; digits of a
/// number without what is between them); nothing when none does.
std::optional<std::string> find_leak(std::string_view bytes, std::span<const std::string> texts);

}  // namespace rapport::release
