// A dated note in a record: `notes` of a partner, `summary` of an engagement.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"

#include <string>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

struct NoteRequest {
  Occasion occasion;
  std::string id;
  std::string text;
};

/// Without a lock it only shows what would be written.
base::Result<Output> add_note(const Snapshot& snapshot, const store::Lock* lock,
                              const NoteRequest& request);

/// Fails when there is no such record, before somebody writes a text for it.
base::Done can_note(const Snapshot& snapshot, const std::string& id);

}  // namespace rapport::app
