// Terms that no record can satisfy together: that is a mistake, never an empty list.
#pragma once

#include "query/node.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapport::query {

/// Of the parts of one conjunction. `list`: the list whose item they speak of, as it was written;
/// empty: a record.
std::optional<Mistake> contradiction(const std::vector<Node>& parts, const std::string& list,
                                     const Context& context);

}  // namespace rapport::query
