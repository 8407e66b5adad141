// Values as they are typed on a command line or answered to a question, made into what is written
// in a record.
#pragma once

#include "base/result.hpp"
#include "value/field.hpp"
#include "yaml/write.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::app {

/// What a single word says of an item with fields of its own: which of those that are there it is,
/// or which record a new one is about.
enum class ItemName : std::uint8_t { key, record };

/// A value of the field: plain text as it is, a list with commas or in brackets, a block in braces.
/// Whether it is a value of that type is left to the decoder, and items are left incomplete.
base::Result<yaml::Value> typed_value(const value::Field& field, std::string_view typed,
                                      ItemName word);
/// One item of the list `field`: of a list of blocks in braces, or what names it.
base::Result<yaml::Value> typed_item(const value::Field& field, std::string_view typed,
                                     ItemName word);

/// What nobody has to type: a key that `list`, the items there are, does not use yet, and the order
/// of the table. `list` may be null.
void complete_item(yaml::Value& item, const value::Field& field, const yaml::Value* list);

/// In one line, for people: "HND", "[land-rights, environment]"; long texts are cut.
std::string shown_value(const yaml::Value& value);

}  // namespace rapport::app
