// Merges the texts of two versions of a record. Ours is patched, so that its order, its quotes and
// its comments stay; where somebody has to choose, only the lines of that field are marked.
#pragma once

#include "base/result.hpp"
#include "model/merge.hpp"
#include "value/field.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::model {

struct MergeRequest {
  std::string_view base = {};  // empty: both versions are new
  std::string_view ours = {};
  std::string_view theirs = {};
  std::string ours_label = "ours";
  std::string theirs_label = "theirs";
  std::size_t marker_size = 7;
  /// Whether a merged text says what is wrong, and neither version says; null: not asked.
  std::function<bool(std::string_view text)> is_wrong = {};
};

struct MergeOutcome {
  std::string text;
  std::vector<std::string> conflicts =
      {};                                 // their fields: contacts[2].use, as it tells nobody's key
  std::vector<std::string> remarks = {};  // what was decided, in words, likewise
  bool is_wrong = false;                  // without a conflict that shows it
};

/// Fails where a version cannot be read, or a change cannot be written into ours.
base::Result<MergeOutcome> merge_texts(const MergeRequest& request, const value::Type& record);

}  // namespace rapport::model
