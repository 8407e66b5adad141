// The item of a list that stands for the list while a question is asked of it alone.
#pragma once

#include "model/record.hpp"
#include "query/derived.hpp"
#include "value/pinned.hpp"

#include <algorithm>
#include <vector>

namespace rapport::query {

struct Pins {
  /// The nth value that a record has of a derived field.
  struct Computed {
    const Derived* derived;
    const model::RecordHeader* of;
    std::size_t nth;
  };

  value::PinnedItems items = {};
  std::vector<Computed> computed = {};

  bool has(const Derived& derived, const model::RecordHeader& of, std::size_t nth) const {
    return std::ranges::all_of(computed, [&](const Computed& pin) {
      return pin.derived != &derived || pin.of != &of || pin.nth == nth;
    });
  }
};

}  // namespace rapport::query
