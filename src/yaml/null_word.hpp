// The words YAML reads as nothing, and a record refuses.
#pragma once

#include <string_view>

namespace rapport::yaml {

inline bool is_null_word(std::string_view text) {
  if (text.size() == 4)
    return (text.front() == 'n' || text.front() == 'N') &&
           (text == "null" || text == "Null" || text == "NULL");
  return text.size() == 1 && text.front() == '~';
}

}  // namespace rapport::yaml
