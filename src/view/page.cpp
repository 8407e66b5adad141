#include "view/page.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace rapport::view {

std::string to_text(const Runs& runs) {
  std::string text;
  for (const auto& run : runs) text += run.line_break ? "\n" : run.text;
  return text;
}

bool is_safe_link(std::string_view link) {
  constexpr auto schemes =
      std::to_array<std::string_view>({"https:", "mailto:", "tel:", "signal:"});
  const std::string lower = base::lower_ascii(link);
  const bool known = std::ranges::any_of(
      schemes, [&](std::string_view scheme) { return lower.starts_with(scheme); });
  return known && std::ranges::all_of(link, [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte > 0x20 && byte < 0x7F &&
                  std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
         });
}

bool is_right_to_left(std::string_view language) {
  constexpr auto rightward = std::to_array<std::string_view>(
      {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"});
  const std::string primary = base::lower_ascii(language.substr(0, language.find('-')));
  return std::ranges::find(rightward, primary) != rightward.end();
}

}  // namespace rapport::view
