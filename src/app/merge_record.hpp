// Merges two versions of a file of the repository, as git asks for it.
#pragma once

#include "app/occasion.hpp"
#include "base/result.hpp"
#include "model/merge_text.hpp"

#include <string>
#include <string_view>

namespace rapport::app {

struct MergeFilesRequest {
  Occasion occasion;
  std::string root = {};       // of the records, for the office's own rows; empty: not known
  std::string_view path = {};  // from the top of what git has under version control
  model::MergeRequest texts = {};
};

/// What is an error in the merged record, and in neither version, becomes a conflict. Fails where
/// the file is none that is read as a record, or cannot be merged.
base::Result<model::MergeOutcome> merge_record(MergeFilesRequest request);

}  // namespace rapport::app
