// A question to the records, as the user typed it, and the records that answer it.
#pragma once

#include "query/context.hpp"
#include "query/field_path.hpp"
#include "query/mistake.hpp"
#include "query/pins.hpp"
#include "value/date.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace rapport::query {

using value::Truth;
struct Node;

/// A compiled query. Read-only, to be shared by threads; copies share what they mean.
class Query {
 public:
  /// Whether the record answers it. `maybe`: a date or an attendance is not known precisely enough.
  /// With pins, the item stands for its whole list.
  Truth match(const model::RecordHeader& head, const Pins* pins = nullptr) const;

  model::RecordKind kind() const { return kind_; }
  /// The fields that decide who is in the answer: being in it gives their values away.
  const std::vector<FieldPath>& fields() const { return fields_; }
  /// Whether columns of its answer read `case.` as it does.
  bool reads_case_of_part() const { return context_.reads_case_of_part; }
  /// Whether it looks for words in every field.
  bool asks_everything() const { return asks_everything_; }
  bool reveals(value::Reveals what) const;
  /// What is compared with text may be a name: such a query is not written down, but for its
  /// digest.
  bool has_free_text() const { return has_free_text_; }
  /// Whether it can be answered with a maybe, whatever the records say.
  bool can_be_unsure() const;
  /// How to ask for a part of a text instead of the whole: `name:~juana`, for each text compared.
  const std::vector<std::string>& by_part() const { return by_part_; }

 private:
  friend class Compiler;
  explicit Query(const Context& context, model::RecordKind kind) : context_(context), kind_(kind) {}

  Context context_;
  model::RecordKind kind_;
  std::shared_ptr<const Node> root_;
  std::vector<FieldPath> fields_;
  bool asks_everything_ = false;
  bool has_free_text_ = false;
  std::vector<std::string> by_part_;
};

/// The query for records of that kind; an empty text is every record.
Outcome<Query> understand(std::string_view text, model::RecordKind kind, const Context& context);

/// The same, with a mistake as the failure a command prints.
base::Result<Query> compile(std::string_view text, model::RecordKind kind, const Context& context);

struct Hit {
  const model::RecordHeader* record;
  bool is_maybe = false;
  std::shared_ptr<const Pins> item = {};  // null: the whole record
};

/// The records that answer it, by id.
std::vector<Hit> list(const Query& query, const Context& context);

/// The items of a list for which it is so, each standing for the whole list.
std::vector<Hit> list_each(const Query& query, const FieldPath& list, const Context& context);

}  // namespace rapport::query
