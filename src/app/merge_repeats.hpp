// Where two records became one, what refers to both refers to it twice: once is enough.
#pragma once

#include "value/field.hpp"
#include "yaml/patch.hpp"

#include <string_view>
#include <vector>

namespace rapport::app {

/// The operations by which a record that mentions `id` twice, where once is enough, does so once:
/// plain lists, and entries of partners that agree, of which the fuller is left.
std::vector<yaml::Operation> without_repeats(const yaml::Value& root, const value::Type& type,
                                             std::string_view id);

}  // namespace rapport::app
