// Which item of a record's list somebody means who adds one to it or takes one from it.
#pragma once

#include "value/field.hpp"
#include "yaml/write.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rapport::app {

enum class Presence : std::uint8_t {
  none,
  same,   // an item says all that this one says
  other,  // an item has its name, says something else, and must be the only one of that name
};

Presence presence_of(const yaml::Value& list, const yaml::Value& item, const value::Type& element);

/// The numbers of the items that are the same as `item`, by their name where they are blocks.
std::vector<std::size_t> find_items(const yaml::Value& list, const yaml::Value& item,
                                    const value::Type& element);

/// What a message calls an item.
std::string name_of(const yaml::Value& item, const value::Type& element);

}  // namespace rapport::app
