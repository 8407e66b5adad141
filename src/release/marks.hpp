// People in text are written as marks, <hrd-k7m2qx> or <v1> or <v1.introduce_as>. Any other '<' is
// text.
#pragma once

#include "model/dataset.hpp"
#include "release/verdict.hpp"

#include <string_view>
#include <vector>

namespace rapport::release {

struct Mark {
  std::size_t start = 0;    // of '<'
  std::size_t end = 0;      // behind '>'
  std::string_view key;     // an id, or the key of an alleged victim
  bool introduces = false;  // <v1.introduce_as>
};

/// The mark whose '<' is at `start`; `end` is 0 when it is none, but text.
Mark mark_at(std::string_view text, std::size_t start);
/// The next mark at or behind `from`; `end` is 0 when there is none.
Mark next_mark(std::string_view text, std::size_t from);

/// The alleged victims whom a text of the record may name by key: its own, then those of the case
/// it is part of. What was sent does not change with its case, so a letter then has its own alone.
std::vector<const model::AllegedVictim*> victims_in_reach(const model::Dataset& data,
                                                          const model::RecordHeader& head);
/// The first of them with that key; null when there is none.
const model::AllegedVictim* find_victim(const model::Dataset& data, const model::RecordHeader& head,
                                        std::string_view key);
/// What consent allows to be shown of them, and no more than their `name_as` says.
Verdict limited(Verdict allowed, const model::AllegedVictim& victim);
/// Of who has no record: their words are a name, of which no more than initials leaves the office.
bool is_named_in_words(const model::AllegedVictim& victim);
/// Somebody who told us of the matter, by a submission or in a meeting about it.
bool is_source(const model::Partner& partner, const model::Engagement& matter);
/// The case a record is about: itself, or the one it is part of, or the letter itself.
const model::Engagement* case_about(const model::Dataset& data, const model::RecordHeader& head);

}  // namespace rapport::release
