// Where the queries that rapport.yaml keeps name a record by its id.
#pragma once

#include "app/id_uses.hpp"

#include <string_view>
#include <vector>

namespace rapport::app {

/// Each id in a query that the query reads as that of a record; not a word that is searched for. A
/// query that cannot be read, or whose escapes hide where the id is, has none.
std::vector<IdUse> uses_in_queries(const Snapshot& snapshot, std::string_view id);

}  // namespace rapport::app
