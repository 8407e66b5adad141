// The comments of a record, and to which entry or item each belongs, so that merging two versions
// loses none.
#pragma once

#include "value/field.hpp"

#include <string>
#include <string_view>

namespace rapport::model {

/// `merged`, which was made from `ours`, with the comments that only one of the versions added, and
/// without those that one of them removed. A comment whose entry is gone is put above the block
/// that the entry was in. All four can be read, and what they say is not changed.
std::string merge_comments(std::string merged, std::string_view base, std::string_view ours,
                           std::string_view theirs, const value::Type& record);

}  // namespace rapport::model
