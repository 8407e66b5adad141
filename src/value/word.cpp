#include "value/word.hpp"

#include <algorithm>

namespace rapport::value {

std::string label(std::string_view name) {
  std::string text(name);
  std::ranges::replace_if(
      text, [](char c) { return c == '-' || c == '_'; }, ' ');
  return text;
}

std::string key_of(std::string_view name) {
  std::string text(name);
  std::ranges::replace(text, '-', '_');
  return text;
}

}  // namespace rapport::value
