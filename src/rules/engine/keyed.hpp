// Lists whose items have a key.
#pragma once

#include "rules/engine/report.hpp"
#include "value/row.hpp"

namespace rapport::rules {

/// Reports each item of a list whose key an earlier item of it has.
void same_keys(const Head& head, const value::Type& type, const void* record, Report& report);

}  // namespace rapport::rules
