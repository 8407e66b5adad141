// The values of a new record: those that were typed, and those that are asked for.
#pragma once

#include "app/assignment.hpp"
#include "app/new_record.hpp"
#include "base/result.hpp"
#include "value/date.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::commands {

class NewValues {
 public:
  /// `id` may say when an engagement begins; empty: none was given.
  NewValues(const app::RecordKindName& kind, std::string_view id, value::Date today)
      : kind_(kind), id_(id), today_(today) {}

  /// What was typed: a day, and words as for `rapport set`.
  base::Done read(const std::string& start, const std::vector<std::string>& set);
  /// Asks on the terminal for what must be there and was not given. Enter leaves it open.
  void ask();

  const std::vector<app::Assignment>& values() const { return values_; }
  const app::Assignment* find(std::string_view path) const;
  /// What must be there and was not given. A row of the reference data brings the name.
  std::vector<app::RequiredField> missing() const;
  bool is_complete() const { return !values_.empty() && missing().empty(); }

  /// The day it begins; when it was not said, what its id says, else today.
  value::Date begins() const;
  /// A visit that is asked for has no date yet; what took place has one.
  bool is_undated() const;
  /// The record's text with what is known, in the order of the tables; nothing else. One that is
  /// `dated` and says no day begins today.
  base::Result<std::string> text(bool dated) const;

 private:
  bool has_date() const;

  app::RecordKindName kind_;
  std::string id_;
  value::Date today_;
  std::vector<app::Assignment> values_;
};

}  // namespace rapport::commands
