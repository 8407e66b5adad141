// Of two values of a field, the one that protects people better, as the field's traits say.
#pragma once

#include "value/field.hpp"
#include "yaml/write.hpp"

#include <cstdint>

namespace rapport::model {

enum class Side : std::uint8_t { neither, ours, theirs };

/// Null for a field that is not there. Neither: the field does not say, or both are as strict.
Side stricter_side(const value::Field& field, const yaml::Value* ours, const yaml::Value* theirs);

}  // namespace rapport::model
