// The record of a meeting, from what is known of it: a new one, or the one that was planned.
#pragma once

#include "app/met_people.hpp"
#include "app/record_edits.hpp"
#include "model/engagement.hpp"
#include "value/date.hpp"

#include <string>
#include <vector>

namespace rapport::app {

/// Adds an item to the list, with the key that comes next.
base::Done append_item(RecordEditor& editor, const value::Field& list, yaml::Value item);

/// What a request comes to.
struct MeetingFacts {
  value::Date on;
  std::vector<Attendee> people = {};
  std::vector<MadePromise> commitments = {};
  std::vector<RaisedNeed> needs = {};
};

/// Answers with the id that was drawn.
base::Result<std::string> create_meeting(const Snapshot& snapshot, const MetRequest& request,
                                         const MeetingFacts& facts, RecordEdits& edits);

/// The meeting that was planned took place.
base::Done complete_meeting(const Snapshot& snapshot, const MetRequest& request,
                            const MeetingFacts& facts, const model::Engagement& planned,
                            RecordEdits& edits);

}  // namespace rapport::app
