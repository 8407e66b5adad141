// What can be wrong with a record before any rule looks at it: its syntax, or a value that is not
// of its field's type. A fault has no words: each problem is worded in rules/.
#pragma once

#include "value/field.hpp"
#include "yaml/fault.hpp"

#include <cstdint>

namespace rapport::value {

enum class Problem : std::uint8_t {
  none,
  unknown_key,
  empty_value,   // `key:` with nothing
  not_a_scalar,  // a list or block where a plain value is meant
  not_a_list,
  not_a_block,
  bad_date,
  bad_moment,
  bad_flag,
  bad_count,
  bad_duration,
  bad_form,      // text of a checked form: language, zone, web address ...
  unknown_word,  // not in the field's vocabulary
  unknown_code,  // not in the reference data
  bad_id,
  missing_field,
  too_many_items,
  too_long,  // a name of more bytes than any has
};

/// A problem of either kind as one number.
class FaultCode {
 public:
  constexpr FaultCode() = default;
  constexpr FaultCode(yaml::Problem problem) : value_(static_cast<std::uint16_t>(problem)) {}
  constexpr FaultCode(Problem problem)
      : value_(static_cast<std::uint16_t>(256 + static_cast<int>(problem))) {}

  constexpr bool is_syntax() const { return value_ < 256; }
  constexpr std::uint16_t value() const { return value_; }
  friend constexpr bool operator==(FaultCode, FaultCode) = default;

 private:
  std::uint16_t value_ = 0;
};

struct Fault {
  FaultCode code;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  const Field* row = nullptr;  // the field it is about, where there is one
  const Type* type = nullptr;  // the type that was expected; for an unknown key, of its block
  bool ends_checking = false;  // there were too many; what follows was not looked at
  std::uint32_t other = 0;     // of a bracket: where the one opens that it is about
};

inline Fault fault_of(const yaml::Fault& fault) {
  return {
      .code = fault.problem, .offset = fault.offset, .length = fault.length, .other = fault.other};
}

}  // namespace rapport::value
