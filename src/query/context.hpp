// What a query is answered from. Everything in it must outlive the query.
#pragma once

#include "mandate/clocks.hpp"
#include "model/dataset.hpp"
#include "reference/reference_data.hpp"
#include "value/code.hpp"
#include "value/text.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::query {

class Faults;

/// The partners that are mandates of the reference data.
class Mandates {
 public:
  explicit Mandates(const model::Dataset& data);
  /// The partner listed as the mandate; null when there is none.
  const value::Ref* partner(const value::MandateCode& mandate) const;

 private:
  struct Listed {
    value::RowId row;
    value::Ref partner;
  };
  std::vector<Listed> listed_;
};

struct Context {
  const model::Dataset& data;
  const value::Codes& codes;
  value::Date today;
  const model::Office* office = nullptr;              // null: its deadlines are the usual ones
  const reference::ReferenceData* library = nullptr;  // null: memberships are not known
  bool is_for_office = true;  // others are not told who is a source or a victim
  /// `case.` of what is part of a case asks of that case, where the answer has no case itself.
  bool reads_case_of_part = false;
  bool reads_withheld_replies = true;  // those that a sender asked not to publish
  /// A text of a record as the audience reads it, people named as they may be; null: as it is
  /// written. A query, an order and a group tell of it what they compare.
  std::function<std::string(const value::Text&, const model::RecordHeader&)> released_text = {};
  /// Whether an audience may be given a channel of a partner, by the gate; null: not known.
  std::function<bool(const model::Partner&, model::Audience)> reaches = {};
  const Faults* faults = nullptr;  // null: every value could be decoded
  Mandates mandates{data};
};

/// The replies that count for what a query answers of a letter.
inline mandate::WithheldReplies withheld_replies(const Context& context) {
  using enum mandate::WithheldReplies;
  return context.reads_withheld_replies ? counted : left_out;
}

/// The record's struct and its erased type, for those who walk rows.
const void* record(const Context& context, const model::RecordHeader& head);
const value::Type& record_type(model::RecordKind kind);

/// "partners", "engagements".
std::string_view plural(model::RecordKind kind);

}  // namespace rapport::query
