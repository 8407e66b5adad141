#include "value/scalars.hpp"

#include "base/spaces.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::value {
namespace {

using base::is_digit;
using base::is_lower;
using base::is_upper;

bool is_letter(char c) { return is_upper(c) || is_lower(c); }
bool is_alnum(char c) { return is_letter(c) || is_digit(c); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool is_clock(std::string_view text) {
  return text.size() == 5 && text[2] == ':' && is_digit(text[0]) && is_digit(text[1]) &&
         is_digit(text[3]) && is_digit(text[4]) && text.substr(3) <= "59" &&
         (text.substr(0, 2) <= "23" || text == "24:00");
}

}  // namespace

std::optional<bool> Flag::parse(std::string_view text) {
  if (text == "yes" || text == "true") return true;
  if (text == "no" || text == "false") return false;
  return std::nullopt;
}

Count Count::unknown(std::uint32_t offset) {
  Count count;
  count.offset_ = offset;
  count.value_ = unknown_value;
  return count;
}

std::optional<std::uint32_t> Count::parse(std::string_view digits) {
  if (digits.empty() || digits.size() > 9 || !std::ranges::all_of(digits, is_digit))
    return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

std::string Count::str() const {
  if (value_ == 0) return {};
  return is_unknown() ? "unknown" : fmt::format("{}", value_ - 1);
}

std::optional<Duration> Duration::parse(std::string_view text) {
  if (text.size() < 2 || text.size() > 5) return std::nullopt;
  const char unit = text.back();
  if (std::string_view{"dwmy"}.find(unit) == std::string_view::npos) return std::nullopt;
  const auto amount = Count::parse(text.substr(0, text.size() - 1));
  if (!amount || *amount == 0) return std::nullopt;
  Duration duration;
  duration.amount_ = static_cast<std::uint16_t>(*amount);
  duration.unit_ = unit;
  return duration;
}

int Duration::days() const {
  switch (unit_) {
    case 'w':
      return amount_ * 7;
    case 'm':
      return amount_ * 30;
    case 'y':
      return amount_ * 365;
    default:
      return amount_;
  }
}

std::string Duration::str() const {
  return amount_ == 0 ? std::string{} : fmt::format("{}{}", amount_, unit_);
}

Duration Duration::at(std::uint32_t offset) const {
  Duration copy = *this;
  copy.offset_ = offset;
  return copy;
}

bool LanguageForm::accepts(std::string_view text) {
  const auto dash = std::min(text.find('-'), text.size());
  const auto primary = text.substr(0, dash);
  if (primary.size() < 2 || primary.size() > 3 || !std::ranges::all_of(primary, is_lower))
    return false;
  std::size_t run = 1;
  for (const char c : text.substr(dash)) {
    if (c == '-') {
      if (run == 0) return false;
      run = 0;
    } else if (!is_alnum(c) || ++run > 8) {
      return false;
    }
  }
  return run > 0;
}

bool ZoneForm::accepts(std::string_view text) {
  if (text == "UTC") return true;
  constexpr std::string_view areas[] = {"Africa", "America",  "Antarctica", "Arctic",
                                        "Asia",   "Atlantic", "Australia",  "Europe",
                                        "Indian", "Pacific",  "Etc"};
  const auto slash = text.find('/');
  if (slash == std::string_view::npos || text.back() == '/') return false;
  if (std::ranges::find(areas, text.substr(0, slash)) == std::end(areas)) return false;
  return std::ranges::all_of(
      text, [](char c) { return is_alnum(c) || c == '/' || c == '_' || c == '-' || c == '+'; });
}

bool HoursForm::accepts(std::string_view text) {
  return text.size() == 11 && text[5] == '-' && is_clock(text.substr(0, 5)) &&
         is_clock(text.substr(6));
}

bool UrlForm::accepts(std::string_view text) {
  const bool scheme = text.starts_with("https://") || text.starts_with("http://");
  return scheme && text.size() > 10 && std::ranges::all_of(text, [](char c) {
           return static_cast<unsigned char>(c) > ' ' && c != '"' && c != '<' && c != '>';
         });
}

bool EmailForm::accepts(std::string_view text) {
  const auto at = text.find('@');
  if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos)
    return false;
  const auto domain = text.substr(at + 1);
  if (domain.find('.') == std::string_view::npos || domain.front() == '.' || domain.back() == '.')
    return false;
  return std::ranges::none_of(text, [](char c) {
    return static_cast<unsigned char>(c) <= ' ' ||
           std::string_view{"<>,;:\"()[]\\"}.find(c) != std::string_view::npos;
  });
}

bool KeyForm::accepts(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
    return is_lower(c) || is_digit(c) || c == '-' || c == '_';
  });
}

bool AmountForm::accepts(std::string_view text) {
  const auto dot = std::min(text.find('.'), text.size());
  const auto whole = text.substr(0, dot);
  const auto part = text.substr(dot);
  return !whole.empty() && whole.size() <= 12 && std::ranges::all_of(whole, is_digit) &&
         (part.empty() || (part.size() == 3 && is_digit(part[1]) && is_digit(part[2])));
}

bool CurrencyForm::accepts(std::string_view text) {
  return text.size() == 3 && std::ranges::all_of(text, is_upper);
}

bool UuidForm::accepts(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !is_hex(text[i])) return false;
  }
  return true;
}

}  // namespace rapport::value
