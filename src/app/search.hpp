// Words in any text of any record.
#pragma once

#include "app/output.hpp"
#include "app/terms.hpp"

#include <string_view>

namespace rapport::app {

/// One row for each place: the record, the field and the text around the word.
base::Result<Output> search(const Snapshot& snapshot, const Terms& terms, std::string_view words);

}  // namespace rapport::app
