// What may be the id of a record. Its letters and length are checked with each reference:
// value/ref.hpp.
#pragma once

#include "value/ref.hpp"

#include <string_view>

namespace rapport::model {

/// Words that a reference may have for the office itself, and so no record for its id.
constexpr bool stands_for_office(std::string_view id) { return id == "office" || id == "holder"; }

inline bool may_name_record(std::string_view id) {
  return value::is_id(id) && !stands_for_office(id);
}

}  // namespace rapport::model
