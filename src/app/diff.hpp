// What differs between the records of two commits, of what is staged and of the work tree, by
// record and field.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"

#include <string>
#include <vector>

namespace rapport::app {

struct DiffRequest {
  Occasion occasion;
  /// "A..B", "A...B" (from where B began), "A" and "B"; of one the other is the work tree, or what
  /// is staged. None: HEAD. What is no commit may be a record: its id or its file.
  std::vector<std::string> revisions = {};
  bool staged = false;
  std::string index = {};                 // the file of git's index; empty: git's own
  std::vector<std::string> records = {};  // only these, if any
  std::string directory = {};             // where files are named from; empty: here
  std::string field = {};
};

/// The basis is of what is printed to the office alone.
base::Result<Output> diff(Basis basis, DiffRequest request);

}  // namespace rapport::app
