// A record to fill in: every field with what it holds, from the field table.
#pragma once

#include "value/field.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::cli {

struct Blank {
  std::string_view heading;  // comment on top
  std::string_view kind;     // the value of `kind`
  const value::Type* record;
  std::function<bool(const value::Field&)> leaves_out;  // rows that make no sense for this kind
  std::string_view start = {};                          // the value of `start`, when it is known
};

/// Valid as it is: `kind` and what is required stand there, empty where it must be filled in;
/// everything else is a comment.
std::string blank_record(const Blank& blank);

/// What may be written in a field: "a date: 2015-07-30, 2015-07, 2015 or unknown".
std::string form_of(const value::Type& type);

}  // namespace rapport::cli
