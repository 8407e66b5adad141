// From the name of a field, as a query or a list of columns writes it, to the rows it means.
#pragma once

#include "query/derived.hpp"
#include "query/syntax.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapport::query {

struct FieldPath {
  std::string name = {};                     // as it was asked for
  std::optional<model::RecordKind> of = {};  // the kind of record it begins in; none: an item
  const Derived* derived = nullptr;          // then `path` leads on from its values
  std::string_view derived_name = {};
  std::vector<const value::Field*> path = {};  // without a derived field, at least one row
  /// At most one: a derived field of the record that all this leads to, and what follows it.
  std::vector<FieldPath> onward = {};
  // What is said of the whole way, with `onward`.
  const value::Type* type = nullptr;  // of one value; of an item where it is a list
  value::Refers refers = value::Refers::nothing;

  /// The last row of the path; null when the field is derived.
  const value::Field* row() const { return path.empty() ? nullptr : path.back(); }
  /// As manual and help write it: "visit.programme.status".
  std::string canonical() const;
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

/// A field as it is reached by way of a list of blocks, or of records: terms on one list speak of
/// one item of it.
struct ByItem {
  FieldPath list;
  std::optional<FieldPath> inner = {};  // from the item on; none: the item itself is meant
};
/// By the outermost list; none where there is none.
std::optional<ByItem> by_item(const FieldPath& field);
bool is_same_list(const FieldPath& a, const FieldPath& b);
/// The way to a list, and on from its item.
FieldPath joined(FieldPath list, FieldPath inner);

Outcome<FieldPath> find_field(const Piece& name, const Scope& scope);

/// A block cannot be compared: its field of the same name is meant (`partner:` of an engagement is
/// `partners.partner`), else it is a mistake.
Outcome<FieldPath> comparable(FieldPath field, const Piece& name);

}  // namespace rapport::query
