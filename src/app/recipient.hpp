// `--to`: one recipient of an output, a State or a partner, among those of its audience.
#pragma once

#include "app/snapshot.hpp"

#include <string>

namespace rapport::release {
struct Purpose;
}

namespace rapport::app {

/// Narrows `purpose` to it; nothing when `to` is empty. One who is not of the audience, or a State
/// that the output is not about, is a mistake.
base::Done narrow(const Snapshot& snapshot, const std::string& to, release::Purpose& purpose);

}  // namespace rapport::app
