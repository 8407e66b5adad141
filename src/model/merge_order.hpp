// The items of one list in three versions: which is which, and in what order they are put.
#pragma once

#include "value/field.hpp"
#include "yaml/write.hpp"

#include <vector>

namespace rapport::model {

/// Null: that version does not have it.
struct ThreeItems {
  const yaml::Value* base = nullptr;
  const yaml::Value* ours = nullptr;
  const yaml::Value* theirs = nullptr;
};

struct MergedOrder {
  std::vector<ThreeItems> items;  // those that only the base has are not among them
  bool is_disputed = false;       // both moved items, and not to the same places
};

/// A null list has no items. What both added is one item where both say the same, or where they
/// are of one identity and can be one (model/merge.hpp). In the order of the version that moved
/// items, and of ours when both did; what the other one added is behind what it was behind.
MergedOrder merge_order(const yaml::Value* base, const yaml::Value* ours, const yaml::Value* theirs,
                        const value::Type* element);

/// Of the acts that one version added alone, what gives goes before what ends or narrows, unless
/// their days say which was first: the two may be of one day, and then the later line holds.
/// Each version's own acts stay in their order.
void put_endings_last(std::vector<ThreeItems>& acts);

}  // namespace rapport::model
