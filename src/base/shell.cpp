#include "base/shell.hpp"

namespace rapport::base {

std::string shell_word(std::string_view path) {
  constexpr std::string_view open =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
  if (!path.starts_with('-') && path.find_first_not_of(open) == std::string_view::npos)
    return std::string(path);
  std::string word = path.starts_with('-') ? "./'" : "'";
  for (const char c : path) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return word + "'";
}

}  // namespace rapport::base
