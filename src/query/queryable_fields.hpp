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
  std::string_view doc = {};
  std::string_view example = {};  // a query that asks for it, where its declaration has one
  bool is_computed = false;
};

std::vector<QueryableField> queryable_fields(model::RecordKind kind);

/// A query that asks for the field: its own example, else one by its type.
std::string example_of(const QueryableField& field, const value::Codes& codes);

}  // namespace rapport::query
