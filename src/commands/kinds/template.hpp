// A new record to fill in, with what is known of it already.
#pragma once

#include "app/new_record.hpp"

#include <string>
#include <string_view>

namespace rapport::commands {

/// `known` is a record with what is known, `kind` at least.
std::string record_to_fill_in(const app::RecordKindName& kind, std::string_view known,
                              bool is_short);

}  // namespace rapport::commands
