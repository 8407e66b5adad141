// A change of a record in one sentence: "status planned → held", "+ contact c2",
// "consent a3 withdrawn: everything".
#pragma once

#include "model/changes.hpp"

#include <string>
#include <string_view>

namespace rapport::app {

/// All that a value says, on one line.
std::string one_line(const yaml::Value& value);

/// `day` is known already, and not said of an act of consent that is of it; may be empty.
std::string sentence_of(const model::FieldChange& change, std::string_view day);

/// "defender “Lucía Ejemplo”": what kind of record it is, and what it is called.
std::string title_of(const yaml::Value& record);

}  // namespace rapport::app
