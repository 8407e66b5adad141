// Every field that can be asked for, for manual, help and completion.
#pragma once

#include "model/vocabulary.hpp"
#include "value/field.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::query {

struct QueryableField {
  std::string name;  // "theme", "contacts.channel"
  std::string_view doc;
  const value::Type* type;
};

std::vector<QueryableField> queryable_fields(model::RecordKind kind);

}  // namespace rapport::query
