// Giving a record another id, with every reference to it; or moving it to the folder it belongs in.
#pragma once

#include "app/new_id.hpp"
#include "app/occasion.hpp"
#include "app/output.hpp"

#include <memory>
#include <string>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

struct RenameRequest {
  Occasion occasion;
  std::string id;
  std::string new_id = {};  // empty: it keeps its id
  bool is_opaque = false;   // its new id is drawn
  bool is_moved = false;    // to the folder it belongs in
  DrawId draw = nullptr;
};

/// The records as they would be.
base::Result<std::shared_ptr<const Preview>> preview_rename(const Snapshot& snapshot,
                                                            const RenameRequest& request);

/// One edit over all files. The output says what was changed, or without a lock what would be. A
/// record that lies under its new id already, moved by hand, gets its references.
base::Result<Output> rename(const Snapshot& snapshot, const store::Lock* lock,
                            const RenameRequest& request);

}  // namespace rapport::app
