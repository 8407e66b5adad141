// Values of records that could not be decoded: where a query asks for one of them, the record may
// belong to the answer though nothing in it says so.
#pragma once

#include "query/field_path.hpp"
#include "query/walk.hpp"
#include "value/trouble.hpp"

#include <map>
#include <span>
#include <vector>

namespace rapport::query {

class Query;

class Faults {
 public:
  Faults() = default;
  explicit Faults(std::span<const value::FoundFault> found);

  /// Whether what the record itself says of the field could not be decoded.
  bool hide(const model::RecordHeader& head, const FieldPath& field) const;
  /// Whether anything in the record could not be decoded.
  bool hide_something(const model::RecordHeader& head) const { return head.has_errors; }

  /// A record that has to be mended before the query can be answered, since others are asked about
  /// by what it says; null when there is none.
  const model::RecordHeader* in_the_way(const Query& query, const Context& context) const;

 private:
  bool is_in_the_way(const model::RecordHeader& each, const FieldPath& field, bool is_own) const;
  bool hide(const model::RecordHeader& head, Path path) const;
  bool hide(const model::RecordHeader& head, const Derived& derived) const;

  std::map<const value::Source*, std::vector<value::Fault>> found_;
};

}  // namespace rapport::query
