// The one form of a record's text, whoever wrote it and with what.
#pragma once

#include "base/result.hpp"
#include "value/field.hpp"

#include <string>
#include <string_view>

namespace rapport::model {

/// `text`, a record of this type, in canonical form: rows in the order of their table, a field that
/// the table does not know behind the one it was behind; two spaces; a list of plain values in
/// brackets where it fits on a line, an item with a text in block form; no quotes where none are
/// needed. Entries move whole, and nothing within a value changes: no word of a text, no line of a
/// block scalar.
/// A comment goes with the entry it belongs to; one that belongs to a block as a whole goes to the
/// block's head when its entries change their order, and else stays where it is.
/// The result was read again and says the same, with the same comments; what cannot be written so
/// is refused.
base::Result<std::string> canonical(std::string_view text, const value::Type& record);

}  // namespace rapport::model
