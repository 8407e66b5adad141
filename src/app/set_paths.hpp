// What may stand in front of the '=' of `rapport set`, for completion.
#pragma once

#include "app/snapshot.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

/// The fields and items that go on from `typed`, each whole: "risk.", "risk.level=", "themes+=",
/// "contacts.k1.". For the office only.
std::vector<std::string> set_paths(const Snapshot& snapshot, std::string_view id,
                                   std::string_view typed);
/// Of a record of that kind that is to be.
std::vector<std::string> set_paths(std::string_view kind, std::string_view typed);

}  // namespace rapport::app
