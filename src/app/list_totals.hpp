// What a list comes to: how many, and numbers added up.
#pragma once

#include "query/column.hpp"
#include "view/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapport::app {

struct TotalsRequest {
  bool counts = false;
  std::vector<query::Column> sums = {};
  std::optional<query::Column> group_by = {};
  std::string counted = {};  // "engagements", "support"
  /// To others a small number tells who it is.
  bool hides_small = false;
};

/// One row, or one for each group, the largest first.
view::Table totals(const std::vector<query::Hit>& hits, const TotalsRequest& request,
                   const query::Context& context);

}  // namespace rapport::app
