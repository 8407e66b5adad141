// Whom a meeting was with, and which planned one it may have been.
#pragma once

#include "app/met.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

/// The id of the partner that `who` names, by id or by a name that is clear.
base::Result<std::string> one_partner(const Snapshot& snapshot, std::string_view who);

/// With one of these partners, within some days of `on`; the nearest first.
std::vector<PlannedMeeting> planned_with(const Snapshot& snapshot,
                                         std::span<const std::string> people,
                                         const value::Date& on);

}  // namespace rapport::app
