// One item of a list that stands for the whole list: what is then read of the list is that item.
#pragma once

#include "value/field.hpp"

#include <algorithm>
#include <vector>

namespace rapport::value {

/// Items by the place of their list in memory, for lists in lists from the outside in.
class PinnedItems {
 public:
  bool empty() const { return pins_.empty(); }
  void push(const Items& list, std::size_t index) { pins_.push_back({list.data, index}); }
  void pop() { pins_.pop_back(); }

  /// Whether the item is read: of a list that is not pinned, each one is.
  bool has(const Items& list, std::size_t index) const {
    return std::ranges::all_of(
        pins_, [&](const Pin& pin) { return pin.list != list.data || pin.index == index; });
  }

 private:
  struct Pin {
    const std::byte* list;
    std::size_t index;
  };
  std::vector<Pin> pins_;
};

}  // namespace rapport::value
