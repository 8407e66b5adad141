#include "format/engine/spreadsheet.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rapport::format {
namespace {

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, base::is_digit);
}

/// +41 22 917 12 34: digits in groups parted by one space, at least two of them.
bool is_spaced_phone(std::string_view text) {
  if (!text.starts_with('+')) return false;
  const auto groups = base::split(text.substr(1), ' ');
  return groups.size() > 1 && std::ranges::all_of(groups, are_digits);
}

bool starts_formula(std::string_view text) {
  constexpr std::string_view starters = "=+-@\t\r";
  constexpr std::string_view wide_equals = "\uFF1D";
  return starters.find(text.front()) != std::string_view::npos || text.starts_with(wide_equals);
}

bool reads_as_other_number(std::string_view text) {
  constexpr std::size_t digits_kept = 15;
  if (are_digits(text)) return text.size() > digits_kept || (text.size() > 1 && text[0] == '0');
  const std::size_t exponent = text.find_first_of("eE");
  return exponent != std::string_view::npos && are_digits(text.substr(0, exponent)) &&
         are_digits(text.substr(exponent + 1));
}

}  // namespace

bool would_change(std::string_view text) {
  if (text.empty()) return false;
  return (starts_formula(text) && !is_spaced_phone(text)) || reads_as_other_number(text);
}

std::string guarded(std::string_view text) {
  return would_change(text) ? "'" + std::string(text) : std::string(text);
}

}  // namespace rapport::format
