// Every field that can be asked for, for manual, help and completion.
#pragma once

#include "model/record.hpp"
#include "value/field.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::query {

struct QueryableField {
  std::string name;  // "theme", "contacts.channel"
  const value::Type* type;
};

std::vector<QueryableField> queryable_fields(model::RecordKind kind);

/// One that no record has: it is worked out from others.
struct ComputedField {
  std::string_view name;
  std::string_view doc;
  bool is_of_partners;
  bool is_of_engagements;
};

/// By name.
std::vector<ComputedField> computed_fields();

}  // namespace rapport::query
