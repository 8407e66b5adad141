// The kind of a record as it is typed: `ngo`, `partner ngo`, `meeting`, `engagement meeting`.
#pragma once

#include "app/new_record.hpp"

#include <string_view>

namespace rapport::commands {

/// `record` is partner, engagement, or the kind itself. Fails with the kinds there are, or the
/// nearest one.
base::Result<app::RecordKindName> chosen_kind(std::string_view record, std::string_view kind);

}  // namespace rapport::commands
