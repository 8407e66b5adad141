// From the name of a field, as a query or a list of columns writes it, to the rows it means.
#pragma once

#include "query/derived.hpp"
#include "query/syntax.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapport::query {

struct FieldPath {
  std::string name = {};                       // as it was asked for
  const Derived* derived = nullptr;            // then `path` leads on from its values
  std::vector<const value::Field*> path = {};  // without a derived field, at least one row
  const value::Type* type = nullptr;           // of one value; of an item where it is a list
  value::Refers refers = value::Refers::nothing;

  /// The last row of the path; null when the field is derived.
  const value::Field* row() const { return path.empty() ? nullptr : path.back(); }
  /// Whether a row on the way is of that class. Whatever names another record also links to it.
  bool reveals(value::Reveals what) const;
  /// Whether a record may have several values of it.
  bool has_many() const;
};

/// Where a name is looked up: a record, or an item of a list.
struct Scope {
  const value::Type* type = nullptr;
  std::optional<model::RecordKind> record = {};
  std::string_view name = {};  // of the field whose item it is
};
Scope scope(model::RecordKind kind);

/// What is inside the values of a field: the record it refers to, or its block; none for others.
std::optional<Scope> inside(const FieldPath& field, const Scope& around);

Outcome<FieldPath> find_field(const Piece& name, const Scope& scope);

/// A block cannot be compared: its field of the same name is meant (`partner:` of an engagement is
/// `partners.partner`), else it is a mistake.
Outcome<FieldPath> comparable(FieldPath field, const Piece& name);

}  // namespace rapport::query
