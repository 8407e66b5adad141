// A record to fill in: every field with what it holds, from the field table.
#pragma once

#include "value/field.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::cli {

struct Blank {
  std::string_view heading;  // comment on top
  const value::Type* record;
  std::function<bool(const value::Field&)> offers;  // rows that make sense for this kind
  /// What is known already, `kind` at least: the field's name and its lines.
  std::map<std::string, std::string, std::less<>> entries = {};
};

/// Can be read as it is: what is known and what is required is there, empty where it must be filled
/// in; everything else is a comment.
std::string blank_record(const Blank& blank);

/// `text` without the comments of the record that was to be filled in, and without empty lines
/// where they were.
std::string without_blank(std::string_view text, std::string_view blank);

/// What may be written in a field: "a date: 2015-07-30, 2015-07, 2015 or unknown".
std::string form_of(const value::Type& type);

}  // namespace rapport::cli
