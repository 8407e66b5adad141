#include "base/shell.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::base {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// A line end would make two commands of one, and a remedy is printed in one line.
std::string escaped(std::string_view path) {
  std::string word = path.starts_with('-') ? "./$'" : "$'";
  for (const char c : path) {
    if (is_control(c))
      word += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    else
      word += c == '\'' || c == '\\' ? fmt::format("\\{}", c) : std::string(1, c);
  }
  return word + "'";
}

}  // namespace

std::string shell_word(std::string_view path) {
  constexpr std::string_view open =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
  if (!path.starts_with('-') && path.find_first_not_of(open) == std::string_view::npos)
    return std::string(path);
  if (std::ranges::any_of(path, [](char c) { return is_control(c); })) return escaped(path);
  std::string word = path.starts_with('-') ? "./'" : "'";
  for (const char c : path) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return word + "'";
}

}  // namespace rapport::base
