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

/// A meeting with one of these partners that took place on that very day; empty: none is known.
std::string held_with(const Snapshot& snapshot, std::span<const std::string> people,
                      const value::Date& on);

/// Somebody who was met; the name only of those who have no record yet.
struct Attendee {
  std::string id;
  std::string name = {};
};
std::vector<std::string> ids_of(std::span<const Attendee> people);

/// What is needed, and by whom, where it is said or there is only one of them.
struct RaisedNeed {
  std::vector<std::string> by;
  std::string what;
};
/// "WHO: WHAT"; there may be several, with commas.
RaisedNeed read_need(const Snapshot& snapshot, const std::string& text,
                     std::span<const Attendee> people);

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
                                       std::span<const Attendee> people, const value::Date& on);

}  // namespace rapport::app
