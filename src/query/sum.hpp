// Numbers of an answer added up.
#pragma once

#include "query/query.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rapport::query {

/// Counts, days, or hundredths of one currency.
struct Sum {
  std::string currency = {};  // of amounts
  std::int64_t sure = 0;
  std::int64_t maybe = 0;   // of what is in the answer as a maybe, besides
  std::size_t unknown = 0;  // recorded as unknown
  std::size_t missing = 0;  // not recorded
};

bool can_be_summed(const FieldPath& field);

/// One, or of amounts one for each currency, by its code.
std::vector<Sum> sums(std::span<const Hit> hits, const FieldPath& field, const Context& context);

}  // namespace rapport::query
