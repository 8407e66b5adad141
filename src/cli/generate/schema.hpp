// JSON Schema (draft-07) of a record, for the YAML plugins of editors.
#pragma once

#include "value/field.hpp"

#include <string>
#include <string_view>

namespace rapport::cli {

/// `codes` are offered and not enforced: an office may add its own rows.
std::string schema(std::string_view title, const value::Type& record, const value::Codes& codes);

}  // namespace rapport::cli
