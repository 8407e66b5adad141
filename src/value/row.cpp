#include "value/row.hpp"

#include <algorithm>
#include <cassert>

namespace rapport::value::detail {

const Row& row_with(const RowSet& set, void* (*member)(void*)) {
  const auto found = std::ranges::find(set.rows, member, &Row::member);
  assert(found != set.rows.end());
  return *found;
}

}  // namespace rapport::value::detail
