// The erased types of the records, for all who walk rows. The tables are compiled here once; most
// code needs no more of a record than its struct and these.
#pragma once

#include "value/field.hpp"

#include <string_view>

namespace rapport::model {

const value::Type& partner_type();
const value::Type& engagement_type();
const value::Type& office_type();
const value::Type& reference_type();  // a file of reference rows

/// What a file at that path, relative to the root, holds; null: nothing that is read as YAML.
const value::Type* type_at(std::string_view path);

}  // namespace rapport::model
