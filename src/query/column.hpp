// Columns, order and groups of an answer, by the names of fields.
#pragma once

#include "query/field_path.hpp"
#include "query/query.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace rapport::query {

/// A column has no text: whoever fills a cell decides what of a value may be shown, by `field`.
struct Column {
  FieldPath field;
  std::string heading;  // "LAST ENGAGED"
};

/// "id,name,contacts.channel"; mistakes point into that text.
Outcome<std::vector<Column>> columns(std::string_view names, model::RecordKind kind);
std::vector<Column> usual_columns(model::RecordKind kind);

using Visit = std::function<void(const void* value, const value::Type& type, Truth sure)>;
/// Every value of the field, with its type, and how sure it is that the record has it; of an item,
/// those of the item alone.
void each_value(const FieldPath& field, const Hit& hit, const Context& context, const Visit& visit);

/// The list that a name means, or in which the field of that name lies: "support".
Outcome<FieldPath> list_field(std::string_view name, model::RecordKind kind);

struct Order {
  Column column;
  bool descends = false;
};
/// "start,-name".
Outcome<std::vector<Order>> orders(std::string_view by, model::RecordKind kind);

/// Sorts by "start,-name": dates by their first, then their last day, words in the order of their
/// vocabulary, text folded, and what is equal by id. Records without a value come last. Of several
/// values the smallest counts, the largest when descending.
Outcome<std::vector<Hit>> sorted(std::vector<Hit> hits, std::string_view by, model::RecordKind kind,
                                 const Context& context);

/// The records, or items, of an answer that share a value; what has several values is in several
/// groups.
struct Group {
  std::string key;  // as it is written in records; empty for records without a value
  std::vector<Hit> hits;
};
std::vector<Group> grouped(std::span<const Hit> hits, const FieldPath& field,
                           const Context& context);

}  // namespace rapport::query
