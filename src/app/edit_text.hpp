// Records as an editor gives them back: whole texts, looked at before they are written.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"

#include <string>
#include <vector>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

struct RecordText {
  std::string id;
  std::string path;
  std::string text;
};

/// The text of a record, also of one that cannot be read.
base::Result<RecordText> find_text(const Snapshot& snapshot, const std::string& id);

/// Writes these texts, each in the folder it then belongs in. Fails, as data, where they would add
/// an error; without a lock it only shows what would change.
base::Result<Output> write_texts(const Snapshot& snapshot, const store::Lock* lock,
                                 const Occasion& occasion, const std::vector<RecordText>& texts);

}  // namespace rapport::app
