// Words in any field of any record: case, accents and forms of letters aside.
#pragma once

#include "query/context.hpp"
#include "query/mistake.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::query {

/// Where one word stands.
struct Place {
  std::string field = "id";           // the way to it: contacts.k1.value
  const value::Text* text = nullptr;  // null: in the record's id, or in a value that is no text
  std::string written = {};           // the value that is no text
  Span at = {};                       // in what the text says, quotes and indentation aside
};

struct Finding {
  const model::RecordHeader* record;
  std::vector<Place> places;  // the first one for each word, in the order of the words
};

/// The records in which every word stands, partners first, by id. In a text a word is found inside
/// longer ones too; words in double quotes are one phrase.
Outcome<std::vector<Finding>> search(std::string_view words, const Context& context);

}  // namespace rapport::query
