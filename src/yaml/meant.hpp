// Changes made to what a record says, not to its text: what the changed text must say.
#pragma once

#include "yaml/patch.hpp"
#include "yaml/write.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace rapport::yaml {

/// `areas[2].name`, items from 1.
std::string spell(std::span<const Step> path);

/// `value` within the mappings that `path` names.
Value nested(std::span<const Step> path, Value value);

/// Null when there is none.
Value* find(Value& root, std::span<const Step> path);

void set_in(Value& root, const Path& path, const Value& value, const Order& order);

/// What is to be removed for `path` to be gone: its parent too where it is the only child of a
/// block. Empty: all that the record says.
std::span<const Step> removed_with(Value& root, std::span<const Step> path);
void remove_in(Value& root, std::span<const Step> path);

}  // namespace rapport::yaml
