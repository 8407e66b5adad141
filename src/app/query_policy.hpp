// What may be asked for an audience. To be in an answer tells what was asked for, and so do an
// order and a heading: that must not be more than the audience may see.
#pragma once

#include "base/result.hpp"
#include "model/vocabulary.hpp"
#include "query/query.hpp"
#include "release/cleared_record.hpp"
#include "release/release.hpp"

#include <vector>

namespace rapport::app {

base::Done check_query_allowed(const query::Query& query, model::Audience audience);
/// For an order or a heading.
base::Done check_query_allowed(const query::FieldPath& field, model::RecordKind kind,
                               model::Audience audience);

/// Of a column in which nothing is shown of the record: whether that says nothing of its value,
/// which the audience may not see. Whether there is one does not matter.
bool may_be_withheld(const query::FieldPath& field, const release::ClearedRecord& record,
                     const model::RecordHeader& head, const query::Context& context);

/// A record that is asked for, or that a document is about, and is not for the audience.
base::Failure not_for_audience(const model::RecordHeader& record, release::Reason why);

/// Leaves those who are shown by name, and counts the others as withheld: somebody shown by
/// initials must not be found by the name.
void drop_unnamed(std::vector<query::Hit>& hits, release::Release& released);

}  // namespace rapport::app
