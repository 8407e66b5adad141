// `--field`: the changes of one field of records, wherever in a list it may be.
#pragma once

#include "base/result.hpp"
#include "model/changes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

/// The fields that may be typed there and begin with `typed`: at first those of a record, behind
/// the name of one its own: "contacts.value".
std::vector<std::string> filterable_fields(std::string_view typed);

class FieldFilter {
 public:
  /// "consent", "contacts.c1.value", "contacts.value" of any item. Fails when neither partners nor
  /// engagements nor the office have such a field.
  static base::Result<FieldFilter> parse(std::string_view typed);

  /// What of a change is of the field: all of it, nothing, or a part of what was added or removed.
  std::vector<model::FieldChange> narrow(const model::FieldChange& change) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace rapport::app
