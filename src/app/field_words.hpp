// Cleared fields in words, for people on a line and for programs by key.
#pragma once

#include "release/cleared_record.hpp"
#include "view/cards.hpp"

#include <string>

namespace rapport::app {

/// On one line: items with commas, fields of a block with points between.
std::string text(const release::ClearedField& field);
/// By key, as it is written in the record; what a reference leads to is an object with its id.
view::Data as_data(const release::ClearedField& field);

/// "Rio Ejemplo Committee (rio-ejemplo-committee)", or the id where there is nothing else to say.
std::string titled(const release::ClearedRecord& record);
/// "withdrew on 5 April 2026": the mark, in the office's own outputs, of a partner who wants not to
/// be contacted; empty for others.
std::string no_contact(const release::ClearedRecord& record);

}  // namespace rapport::app
