// Brings a change to its end in one direction, whatever of it is done: all files as they were to
// be, or all as they were.
#pragma once

#include "base/result.hpp"
#include "store/change.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace rapport::store {

enum class Direction { forward, back };

/// Which way an interrupted change can go. As far as it can go forward it does, except when
/// somebody changed a file that was still to be written, so that only going back gives all or none.
struct Outlook {
  Direction direction = Direction::forward;
  bool is_begun = false;  // a file has been changed
};
base::Result<Outlook> outlook(const Change& change);

/// A file that is not as it was to be.
struct LeftFile {
  std::string path;
  bool is_changed = false;  // by somebody else; otherwise the text it was to have is gone
  std::string kept;         // where the other version is; empty when there is none
};

/// Every file in that direction but those left, then the temporary files and the journal go.
base::Result<std::vector<LeftFile>> settle(const Change& change, const Outlook& outlook);

}  // namespace rapport::store
