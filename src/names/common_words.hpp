// The words that outputs are full of whatever the records say: of templates, of the reference data,
// and the months.
#pragma once

#include <string_view>

namespace rapport::names {

/// `folded` is one word. The list is data/words/common.txt, which `rapport self regenerate` makes.
bool is_common_word(std::string_view folded);

}  // namespace rapport::names
