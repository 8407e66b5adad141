// The kinds of records as people call them, for "did you mean".
#pragma once

#include <span>
#include <string_view>

namespace rapport::commands {

/// The kind that was meant, of these; empty when none is close.
std::string_view meant_kind(std::string_view said, std::span<const std::string_view> kinds);

}  // namespace rapport::commands
