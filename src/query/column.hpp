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

/// Every value of the field, with its type, and how sure it is that the record has it.
using Visit = std::function<void(const void* value, const value::Type& type, Truth sure)>;
void each_value(const FieldPath& field, const model::RecordHeader& head, const Context& context,
                const Visit& visit);

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

/// The records of an answer that share a value; a record with several values is in several groups.
struct Group {
  std::string key;  // as it is written in records; empty for records without a value
  std::vector<Hit> hits;
};
std::vector<Group> grouped(std::span<const Hit> hits, const FieldPath& field,
                           const Context& context);

}  // namespace rapport::query
