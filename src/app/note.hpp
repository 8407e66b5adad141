// What is to be said beside an output. It has no words here: cli/notes.hpp has them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rapport::app {

enum class NoteCode : std::uint8_t {
  listed,                 // how many, and of which "9 partners"
  items,                  // how many, of which list, in how many, and of which "9 partners"
  maybes,                 // how many
  by_part,                // the term that finds it inside longer texts
  maybe_unnamed,          // who was met may not be named: the command that shows the groups
  withheld,               // how many, and the reasons
  referring_withheld,     // how many records that refer to the one shown
  not_searched,           // in how many "records"
  consent_of_case,        // the use, and the case
  to_look_at,             // the message of a finding, and its rule
  not_said,               // what an act of consent does not say
  findings,               // counts of them in the records used, and the command that shows them
  no_revision,            // why the manifest has none, and a detail
  byte_order_mark,        // the path of a template that begins with one
  left_out,               // how many a query may mean
  changes,                // how many "changes", in how many "commits" or "records"
  history_begins,         // the day the first commit of this clone is of
  left_as_it_is,          // the path of a file, and why
  remark,                 // its code, and details
  no_consent_by_meeting,  // the ids of who may have given some
  met_that_day,           // the meeting that was held on that day, and the one that was written
  need_of_nobody,         // the meeting, the key of the need, and one of those who were met
  less_protected,         // the record, and the change
  no_longer_protected,    // the record
  follows_no_longer,      // the field, and the letter, that took it from a case
};

struct Note {
  NoteCode code;
  std::vector<std::string> values = {};
};

}  // namespace rapport::app
