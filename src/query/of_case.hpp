// `case.` of a letter, or of anything else that is part of a case, asks of that case, in a query
// for records of which none is a case itself: `kind:communication case.status:decided`.
#pragma once

#include "query/context.hpp"
#include "query/field_path.hpp"

namespace rapport::query {

/// The record of the case that a field of the block `case` is asked of instead; null where the
/// record has the block itself, or is part of no case. Only the office is told what is part of one.
const model::RecordHeader* case_asked(const FieldPath& field, const model::RecordHeader& head,
                                      const Context& context);

/// What has that row: the fields themselves, or those of the case.
const void* with_case(const value::Field& row, const void* fields, const Context& context);

}  // namespace rapport::query
