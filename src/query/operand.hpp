// From the values a term lists to the test they stand for, checked against the field's type: a
// word, code or id that does not exist is a mistake, never an empty answer.
#pragma once

#include "query/test.hpp"

#include <span>

namespace rapport::query {

/// What the values of one term are read for.
struct Operand {
  const FieldPath& field;
  const Piece& name;  // the field as it was written
  std::span<const Choice> choices;
  const Context& context;
  std::optional<model::RecordKind> kind = {};  // of the records asked for, where they are
};

Outcome<Test> read_test(const Operand& operand);

// One for each family of shapes.
Outcome<Test> read_words(const Operand& operand);
Outcome<Test> read_codes(const Operand& operand);
Outcome<Test> read_records(const Operand& operand);
Outcome<Test> read_texts(const Operand& operand);
Outcome<Test> read_flags(const Operand& operand);
Outcome<Test> read_dates(const Operand& operand);
Outcome<Test> read_numbers(const Operand& operand);

/// The mistake of comparing by order, or by a part of the text, what has none.
std::optional<Mistake> refuse_comparison(const Operand& operand, bool takes_parts);

/// The days that "2015", "2015-07", "today" or "-6m" stand for.
std::optional<Days> read_days(std::string_view text, value::Date today);

}  // namespace rapport::query
