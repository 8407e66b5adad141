// The words that name nobody, as data/words/common.txt lists them.
#pragma once

#include "reference/reference_data.hpp"

#include <string>

namespace rapport::cli {

/// Folded, a line each, sorted: of the shipped templates, of the titles and labels of the reference
/// data, of the vocabularies, and the months and days of the week.
std::string common_words(const reference::ReferenceData& library);

}  // namespace rapport::cli
