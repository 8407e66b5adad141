// Where a record is linked to others: what `show` lists, and what the derived fields ask.
#pragma once

#include "query/context.hpp"

#include <vector>

namespace rapport::query {

struct Linked {
  const model::RecordHeader* from;
  const value::Field* row;  // the field the link stands in
  const value::Ref* ref;    // null: by the mandate that the partner is listed as
};

/// Every use of the record's id; the draft letters that take such a use from their case; and of a
/// mandate, the letters, statements and cases it signs. By the index of the other record.
std::vector<Linked> linked(const model::RecordHeader& record, const Context& context);

/// The engagements among them, each once.
std::vector<const model::RecordHeader*> linked_engagements(const model::RecordHeader& record,
                                                           const Context& context);

}  // namespace rapport::query
