// Fields by the names that people give them who have not read the manual.
#pragma once

#include "value/field.hpp"

#include <string_view>

namespace rapport::model {

/// The field of this record or block that is usually meant by `said`; empty when there is none.
std::string_view meant_field(const value::Type& block, std::string_view said);

}  // namespace rapport::model
