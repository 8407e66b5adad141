// Which terms of a query speak of one item of a list.
#pragma once

#include "query/node.hpp"

namespace rapport::query {

/// Puts together what is asked of one item: all terms whose way begins with the same list of
/// blocks, or of records, in one conjunction. `not` alone is of no item, beside another term of
/// that item; `or` joins them where all of it is on that list. `list`: the one whose item is asked,
/// as it was written; empty: a record.
Outcome<Node> bind_items(Node node, std::string_view list, const Context& context);

/// Whether a value that is not there can make it true.
bool negates(const Node& node);

}  // namespace rapport::query
