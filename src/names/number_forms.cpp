// The numbers that are written in a value, and their forms.
#include "base/spaces.hpp"
#include "base/text.hpp"
#include "names/digits.hpp"
#include "names/policy.hpp"

#include <algorithm>

namespace rapport::names {
namespace {

constexpr std::size_t longest_number = 20;  // E.164 has 15, and 0 before some

/// How many digits the code of the country has in a number that begins with it (E.164).
std::size_t country_code(std::string_view digits) {
  constexpr std::string_view of_two[] = {
      "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
      "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
      "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98"};
  if (digits.starts_with('1') || digits.starts_with('7')) return 1;
  return std::ranges::find(of_two, digits.substr(0, 2)) != std::end(of_two) ? 2 : 3;
}

/// A number as it is written in a record.
struct WrittenNumber {
  std::string digits;
  std::vector<std::size_t> groups;  // where each begins
  bool has_country = false;
};

class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : text_(text) {
    while (!text_.empty()) {
      const char32_t point = base::next_code_point(text_);
      take(point);
      if (point != U' ') before_ = point;
    }
    end();
  }

  std::vector<WrittenNumber> numbers;

 private:
  void take(char32_t point) {
    if (const char digit = digit_of(point)) return add(digit);
    if (base::is_invisible(point)) return;
    is_group_open_ = false;
    // "+999 1 / +999 2": two numbers.
    const bool is_between = point == U'/' && text_.starts_with(' ');
    if (point == U'+' || is_between || !base::may_group_digits(point)) end();
    if (point == U'+') number_.has_country = true;
  }

  void add(char digit) {
    // +41 (0)22: the 0 is dialled without +41, and the other way about.
    const bool is_in_brackets = before_ == U'(' && text_.starts_with(')');
    if (digit == '0' && is_in_brackets && !number_.digits.empty()) return;
    if (!is_group_open_) number_.groups.push_back(number_.digits.size());
    is_group_open_ = true;
    if (number_.digits.size() < longest_number) number_.digits += digit;
  }

  void end() {
    if (!number_.has_country && number_.digits.starts_with("00")) {
      number_.has_country = true;
      number_.digits.erase(0, 2);
      for (auto& group : number_.groups) group -= std::min<std::size_t>(group, 2);
    }
    if (number_.digits.size() >= shortest_number) numbers.push_back(std::move(number_));
    number_ = {};
    is_group_open_ = false;
  }

  std::string_view text_;
  char32_t before_ = 0;
  WrittenNumber number_;
  bool is_group_open_ = false;
};

}  // namespace

bool is_number(std::string_view text) {
  std::size_t digits = 0;
  while (!text.empty()) {
    const char32_t point = base::next_code_point(text);
    if (digit_of(point) != '\0')
      ++digits;
    else if (point != U'+' && !base::may_group_digits(point) && !base::is_invisible(point))
      return false;
  }
  return digits >= shortest_number;
}

bool has_number(std::string_view text) { return !NumberReader(text).numbers.empty(); }

void each_number_form(std::string_view text, const std::function<void(std::string_view)>& visit) {
  const auto offer = [&visit](std::string_view digits) {
    if (digits.size() >= shortest_number) visit(digits);
  };
  for (const WrittenNumber& number : NumberReader(text).numbers) {
    const std::string_view digits = number.digits;
    offer(digits);
    if (number.has_country) {
      const std::size_t code = country_code(digits);
      offer(digits.substr(code));
      offer(std::string(digits.substr(0, code)) + "0" + std::string(digits.substr(code)));
    } else if (digits.starts_with('0')) {
      offer(digits.substr(1));
    }
    for (const std::size_t group : number.groups)
      if (group < digits.size()) offer(digits.substr(group));
  }
}

}  // namespace rapport::names
