// Shows in the text of a record where somebody has to choose between two values.
#pragma once

#include "base/result.hpp"
#include "model/merge.hpp"

#include <span>
#include <string>
#include <string_view>

namespace rapport::model {

struct ConflictStyle {
  std::string_view ours_label;
  std::string_view theirs_label;
  std::size_t marker_size;
};

/// The record with that choice made one way or the other.
yaml::Value choose_side(yaml::Value record, const Choice& choice, bool is_ours);

/// The text with both versions of the lines of each choice, between lines that git and its
/// users know.
base::Result<std::string> mark_conflicts(std::string_view text, std::span<const Choice> choices,
                                         const ConflictStyle& style, const value::Type& record);

}  // namespace rapport::model
