// What is in the repository and was not read: no rule may conclude from what is missing there.
#pragma once

#include "rules/engine/run.hpp"

#include <string_view>
#include <vector>

namespace rapport::rules {

/// The fault is one behind which nothing of its file was read.
bool ends_reading(const FaultCode& code);

/// The id that the file at this path has, or would have.
std::string_view stem_of(std::string_view path);

/// The ids of files that are there and gave no record, sorted.
std::vector<std::string_view> unread_ids(const Repository& repository);

/// A folder of records, and not a file, was not read; what a link leads to is not looked at.
bool lacks_folder(const Repository& repository);

/// Rows of the office were not read, or not to the end of their file, and their codes are not
/// known.
bool lacks_rows(const Repository& repository);

}  // namespace rapport::rules
