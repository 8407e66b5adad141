// Words in any text of any record.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"

#include <string_view>

namespace rapport::app {

/// One row for each place: the record, the field and the text around the word.
base::Result<Output> search(const Snapshot& snapshot, const Occasion& occasion,
                            std::string_view words);

}  // namespace rapport::app
