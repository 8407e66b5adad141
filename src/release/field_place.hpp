// Where a text of a record stands, as people write it: "visit.programme[s2].place". Nothing keeps
// such a path; it is looked for when there is something to say of the text.
#pragma once

#include "model/dataset.hpp"

#include <string>
#include <string_view>

namespace rapport::release {

struct FieldPlace {
  std::string_view record;  // the id of the record whose file it was read from
  std::string field;
};

/// Of a text that is in `rows` of `fields`.
std::string field_of(const value::FieldSet& rows, const void* fields, const value::Text& text);

/// `head` is a record that has the text, or, as a draft letter, takes it from another one.
FieldPlace place_of(const model::Dataset& data, const model::RecordHeader& head,
                    const value::Text& text);

}  // namespace rapport::release
