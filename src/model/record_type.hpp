// The erased types of the records, for all who walk rows. The tables are compiled here once; most
// code needs no more of a record than its struct and these.
#pragma once

#include "value/field.hpp"

namespace rapport::model {

const value::Type& partner_type();
const value::Type& engagement_type();
const value::Type& office_type();
const value::Type& reference_type();  // a file of reference rows

}  // namespace rapport::model
