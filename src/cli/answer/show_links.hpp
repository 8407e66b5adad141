// The records that refer to one that is shown.
#pragma once

#include "cli/answer/teller.hpp"

#include <cstddef>

namespace rapport::cli {

/// Adds them to its card, the newest first, and gives how many were left out: that is for whom the
/// card is made, not for whom it is for.
std::size_t add_links(const Teller& teller, const model::Head& head, view::Card& card);

}  // namespace rapport::cli
