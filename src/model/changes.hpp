// What differs between two versions of a record, field by field, and the operations that turn the
// text of one into the other.
#pragma once

#include "value/field.hpp"
#include "yaml/patch.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rapport::model {

/// A field, or an item of a list, that was added, removed, changed or moved. What was added or
/// removed is whole; of what both versions have, only the fields that differ are named.
struct FieldChange {
  yaml::Path at;  // where it is after; of what was removed, the last step is where it was before
  std::optional<yaml::Value> before;
  std::optional<yaml::Value> after;
  const value::Field* field = nullptr;         // the last on the way; null: not in the tables
  std::string spelled = {};                    // as people read it: contacts.m1.use
  std::optional<std::size_t> moved_from = {};  // only the place in its list differs: its old one
};

/// In the order of the tables and lists. The items of a list are matched (model/align.hpp). Where
/// fields stand within a block is no difference, nor how they are written.
std::vector<FieldChange> changes(const yaml::Value& before, const yaml::Value& after,
                                 const value::Type& record);

/// What is to be done, one after another, in a record that says `before` for it to say `after`.
std::vector<yaml::Operation> operations(const yaml::Value& before, const yaml::Value& after,
                                        const value::Type& record);

/// Of the items that another version has, by `before_of` (model/align.hpp), those whose place is
/// not the same among the rest.
std::vector<bool> moved_items(const std::vector<std::optional<std::size_t>>& before_of);

}  // namespace rapport::model
