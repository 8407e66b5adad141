#include "value/telephone.hpp"

#include "base/spaces.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <algorithm>
#include <optional>

namespace rapport::value {
namespace {

constexpr std::size_t fewest_digits = 7;
constexpr std::size_t most_digits = 15;
constexpr std::size_t longest_extension = 7;

/// In small letters, longer ones before those they begin with.
constexpr std::string_view extension_words[] = {
    "extension", "extensión", "extensao", "extensão", "extn",   "ext",   "x",  "poste", "interno",
    "int",       "anexo",     "anx",      "ramal",    "доб",    "доп",   "вн", "внутр", "分机",
    "內線",      "内线",      "转",       "轉",       "تحويلة", "داخلي", "#"};

bool is_blank(char32_t point) { return point == U' ' || point == U'\u00A0' || point == U'\u202F'; }

std::string_view without_blanks(std::string_view text) {
  while (!text.empty()) {
    std::string_view rest = text;
    if (!is_blank(base::next_code_point(rest))) break;
    text = rest;
  }
  return text;
}

/// The text behind the word for an extension, with its point or colon; nothing where none begins.
std::optional<std::string_view> behind_extension_word(std::string_view text) {
  text = without_blanks(text);
  while (text.starts_with(',') || text.starts_with(';') || text.starts_with('(') ||
         text.starts_with('/') || text.starts_with('-'))
    text = without_blanks(text.substr(1));
  const std::string small = base::lower_ascii(text);
  for (const std::string_view word : extension_words) {
    if (!small.starts_with(word)) continue;
    std::string_view rest = text.substr(word.size());
    const bool goes_on = base::is_ascii(word) && word != "#" && !rest.empty() &&
                         (base::is_lower(rest.front()) || base::is_upper(rest.front()));
    if (goes_on) continue;
    while (!rest.empty() && std::string_view(".:=").find(rest.front()) != std::string_view::npos)
      rest.remove_prefix(1);
    return without_blanks(rest);
  }
  return std::nullopt;
}

/// Digits of other scripts, and the wide digits and + of East Asian keyboards.
bool is_other_digit(char32_t point) {
  return point == U'\uFF0B' || (point >= 0x80 && base::digit_value(point) >= 0);
}

/// What is behind the digits of a number, and is no more of it.
TelephoneFault read_rest(std::string_view rest, Telephone& telephone) {
  if (const auto behind = behind_extension_word(rest)) {
    std::string_view left = *behind;
    while (!left.empty() && base::is_digit(left.front())) {
      telephone.extension += left.front();
      left.remove_prefix(1);
    }
    if (left.starts_with(')')) left.remove_prefix(1);
    const bool is_whole = without_blanks(left).empty();
    const bool fits =
        !telephone.extension.empty() && telephone.extension.size() <= longest_extension;
    if (!fits) return TelephoneFault::no_extension;
    return is_whole ? TelephoneFault::none : TelephoneFault::words;
  }
  std::string_view looked = without_blanks(rest);
  const bool is_sign =
      !looked.empty() && std::string_view("/,;+&|").find(looked.front()) != std::string_view::npos;
  const bool has_digit = std::ranges::any_of(rest, base::is_digit);
  if (looked.starts_with(",,")) return TelephoneFault::no_extension;  // a pause of a dialler
  if (is_sign && has_digit) return TelephoneFault::two_numbers;
  const char32_t point = base::next_code_point(looked);
  if (is_other_digit(point)) return TelephoneFault::other_digits;
  const bool is_letter = point >= 0x80 || base::is_lower(static_cast<char>(point)) ||
                         base::is_upper(static_cast<char>(point)) || point == U'(';
  if (!is_letter) return TelephoneFault::sign;
  return TelephoneFault::words;
}

/// 1-800-FLOWERS: four letters or more that are all that is left.
bool is_keypad_word(std::string_view rest, std::size_t digits) {
  const auto last = rest.find_last_not_of(" )");
  rest = rest.substr(0, last == std::string_view::npos ? 0 : last + 1);
  return digits < fewest_digits + 2 && rest.size() >= 3 && std::ranges::all_of(rest, [](char c) {
           return base::is_upper(c) || base::is_digit(c) || c == '-' || c == ' ';
         });
}

/// O for 0 and l or I for 1, at the end of a number.
bool is_misread(std::string_view rest) {
  return rest.find_first_of("OolI") != std::string_view::npos &&
         rest.find_first_not_of("OolI0123456789 -") == std::string_view::npos;
}

/// A slash with a space behind it is between two numbers: "+999 1 / +999 2".
bool ends_number(char32_t point, std::string_view rest) {
  if (point == U'+') return true;
  if (point == U'/') return rest.starts_with(' ');
  return !base::may_group_digits(point);
}

/// "(24h)", "(reception)": what is in the brackets is no part of a number.
bool begins_words(std::string_view text) {
  if (!text.starts_with('(')) return false;
  const auto inner = text.substr(0, text.find(')'));
  return (inner.size() > 1 && !base::is_digit(inner[1]) && inner[1] != '+') ||
         std::ranges::any_of(inner, [](char c) { return base::is_lower(c) || base::is_upper(c); });
}

/// Takes the digits and what groups them; gives what is left, which is no more of the number.
std::string_view behind_digits(std::string_view text, std::string& digits, bool& plus) {
  while (!text.empty()) {
    std::string_view rest = text;
    const char32_t point = base::next_code_point(rest);
    if (point < 0x80 && base::is_digit(static_cast<char>(point))) {
      digits += static_cast<char>(point);
    } else if (text.starts_with("(0)") && !digits.empty()) {  // +41 (0)22
      rest.remove_prefix(2);
    } else if (point == U'+' && digits.empty() && !plus) {
      plus = true;
    } else if (begins_words(text) || ends_number(point, rest)) {
      return text;
    }
    text = rest;
  }
  return {};
}

}  // namespace

std::string Telephone::uri() const {
  return extension.empty() ? number : number + ";ext=" + extension;
}

Telephone read_telephone(std::string_view written) {
  Telephone telephone;
  bool plus = false;
  std::string digits;
  const std::string_view rest = behind_digits(written, digits, plus);
  if (!rest.empty()) telephone.fault = read_rest(rest, telephone);
  if (telephone.fault == TelephoneFault::words &&
      (is_keypad_word(rest, digits.size()) || is_misread(rest)))
    telephone.fault = TelephoneFault::letters;
  if (!telephone) return telephone;
  if (!plus && !digits.starts_with("00")) {
    telephone.fault = TelephoneFault::no_country;
    return telephone;
  }
  if (!plus) digits.erase(0, 2);
  if (digits.size() < fewest_digits || digits.size() > most_digits)
    telephone.fault = TelephoneFault::length;
  else if (digits.front() == '0')
    telephone.fault = TelephoneFault::zero_country;
  else
    telephone.number = "+" + digits;
  return telephone;
}

}  // namespace rapport::value
