// The words that come before a name in capitals, and are no part of it.
#pragma once

#include <string_view>

namespace rapport::names {

/// "Ms", "Sra": behind it one word of a name is enough. `folded` is one word.
bool is_title(std::string_view folded);

/// Titles and trades, and what begins a sentence: "Ms April May", "Activist April May", "After
/// April May came". `folded` is one word.
bool introduces_name(std::string_view folded);

}  // namespace rapport::names
