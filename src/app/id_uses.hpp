// Where the id of a record is written: as a reference, as a mark in a text, or only as a word.
#pragma once

#include "model/record.hpp"
#include "value/source.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

class Snapshot;

struct IdUse {
  value::Place place;         // of the id itself, without quotes or the < of a mark
  const value::Field* field;  // that it is in; null: in a comment, or where nothing refers by it
  bool is_mark = false;       // <hrd-k7m2qx> in a text
  bool is_escaped = false;    // not to be seen at its place, but by what escapes stand for
};

/// Every reference and mark that means this record, in its own file and in saved queries too;
/// sorted by path and place.
std::vector<IdUse> uses_of(const Snapshot& snapshot, const model::RecordHeader& head);

/// The same word elsewhere in the files of the repository, sorted likewise. `uses` are not in it.
/// Words without a hyphen may mean anything, and are not looked for.
std::vector<IdUse> words_like(const Snapshot& snapshot, std::string_view id,
                              const std::vector<IdUse>& uses);

/// References to that id which lead nowhere, or to the key of a person in the record.
std::vector<IdUse> unresolved_uses(const Snapshot& snapshot, std::string_view id);

/// Where the id is in the text as a whole word.
std::vector<std::size_t> offsets_of_word(std::string_view text, std::string_view id);

/// The id is in the text as a whole word.
bool has_word(std::string_view text, std::string_view id);
/// The text with another id for each such word.
std::string with_other_word(std::string_view text, std::string_view old_id,
                            std::string_view new_id);

/// "partners/states/xxa-mfa.yaml:12:5".
std::string written(const value::Place& place);

/// The text of a file with another id at these places, all in that file and sorted. Quotes stay,
/// and are added where a reader would take the new id for something else.
std::string with_other_id(std::string_view text, const std::vector<IdUse>& uses,
                          std::string_view id);

}  // namespace rapport::app
