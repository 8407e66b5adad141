#include "base/line_diff.hpp"

#include "base/text.hpp"

namespace rapport::base {

std::string unified_diff(std::string_view before_name, std::string_view after_name,
                         std::string_view before, std::string_view after) {
  if (before == after) return {};
  std::string out = "--- " + std::string(before_name) + "\n+++ " + std::string(after_name) + "\n";
  for (const auto line : lines(before)) out += "-" + std::string(line) + "\n";
  for (const auto line : lines(after)) out += "+" + std::string(line) + "\n";
  return out;
}

}  // namespace rapport::base
