// Lists whose items have a key.
#pragma once

#include "rules/engine/report.hpp"
#include "value/field.hpp"

namespace rapport::rules {

/// Reports each item of a list whose key an earlier item of it has.
void same_keys(const RecordHeader& head, const value::Type& type, const void* record,
               Report& report);

}  // namespace rapport::rules
