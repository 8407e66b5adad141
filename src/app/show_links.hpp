// The records that refer to one that is shown.
#pragma once

#include "app/output.hpp"

#include <cstddef>

namespace rapport::app {

/// Adds them to its card, the newest first, and gives how many were left out: that is for whom the
/// card is made, not for whom it is for.
std::size_t add_links(const Basis& basis, const model::RecordHeader& head, view::Card& card);

}  // namespace rapport::app
