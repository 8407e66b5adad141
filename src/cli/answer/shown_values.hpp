// What a column shows of a record: the same as the record itself shows the same audience.
#pragma once

#include "cli/answer/teller.hpp"
#include "query/field.hpp"

#include <string>
#include <vector>

namespace rapport::cli {

/// Every value of the field once, as text. The record a value lies in decides, and every item and
/// every link on the way to it; a reference is its id alone.
std::vector<std::string> shown_values(const Teller& teller, const query::Field& field,
                                      const model::Head& head);

}  // namespace rapport::cli
