// Which item of a list is which in another version of it.
#pragma once

#include "value/field.hpp"
#include "yaml/write.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace rapport::model {

/// The same, whatever the order in which fields are written.
bool says_same(const yaml::Value& left, const yaml::Value& right);

/// By what an item stays itself when the rest of it changes: its key, else a record or code that it
/// must have. Empty without one.
std::string_view identity_of(const yaml::Value& item, const value::Type* element);

/// For each item of `after`, the number of the item of `before` that it is: by its identity, or
/// because it says the same, or else much the same. `element` may be null.
std::vector<std::optional<std::size_t>> align(const yaml::Value& before, const yaml::Value& after,
                                              const value::Type* element);

}  // namespace rapport::model
