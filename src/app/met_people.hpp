// Whom a meeting was with, which planned one it may have been, and who promised what.
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

/// A promise, taken apart.
struct MadePromise {
  std::string by;
  std::string to;
  std::string what;
  std::string due;
};

/// "WHO: WHAT by WHEN", of a meeting with `people` on that day; WHO may be left out where it is
/// clear.
base::Result<MadePromise> read_promise(const Snapshot& snapshot, const Promise& promise,
                                       std::span<const std::string> people, const value::Date& on);

}  // namespace rapport::app
