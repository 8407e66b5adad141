#include "names/numbers.hpp"

#include "base/spaces.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <algorithm>
#include <array>

namespace rapport::names {

/// The digits of a text; numbers are set apart by '|'.
struct Numbers::Digits {
  struct Digit {
    std::uint32_t start = 0;  // in the text
    std::uint32_t end = 0;
    bool begins_group = false;
  };
  std::string digits;
  std::vector<Digit> places;  // one for each of them, '|' too

  void add(char digit, std::size_t start, std::size_t end, bool begins_group) {
    digits += digit;
    places.push_back(
        {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), begins_group});
  }
  void end_number(std::size_t at) {
    if (!digits.empty() && digits.back() != '|') add('|', at, at, true);
  }
};

namespace {

constexpr std::size_t shortest_whole_number = 9;  // with the code of a country or an area
constexpr std::size_t longest_number = 20;        // E.164 has 15, and 0 before some

char digit_of(char32_t point) {
  if (point < 0x80) return point >= U'0' && point <= U'9' ? static_cast<char>(point) : '\0';
  const int value = base::digit_value(point);
  return value < 0 ? '\0' : static_cast<char>('0' + value);
}

/// Formats add these; they part nothing.
bool is_sign_of_format(char32_t point) { return point == U'\\' || point == U'*' || point == U'\r'; }

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
      const char32_t point = base::take_point(text_);
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

/// 2026-04-08, 08.04.2026: eight digits that are no number.
bool is_date(std::string_view digits, const std::array<std::size_t, 2>& groups) {
  const auto number = [&](std::size_t at) {
    return (digits[at] - '0') * 10 + digits[at + 1] - '0';
  };
  const auto is_day = [&](std::size_t one, std::size_t other) {
    return number(one) <= 31 && number(other) <= 31 && std::min(number(one), number(other)) <= 12;
  };
  if (groups == std::array<std::size_t, 2>{4, 6}) return is_day(4, 6);
  return groups == std::array<std::size_t, 2>{2, 4} && is_day(0, 2);
}

}  // namespace

bool is_number(std::string_view text) {
  std::size_t digits = 0;
  while (!text.empty()) {
    const char32_t point = base::take_point(text);
    if (digit_of(point) != '\0')
      ++digits;
    else if (point != U'+' && !base::may_group_digits(point) && !base::is_invisible(point))
      return false;
  }
  return digits >= shortest_number;
}

bool holds_number(std::string_view text) { return !NumberReader(text).numbers.empty(); }

void Numbers::add(std::string_view text, std::uint32_t owner) {
  for (const WrittenNumber& number : NumberReader(text).numbers) {
    const std::string& digits = number.digits;
    add_form(digits, owner);
    if (number.has_country) {
      const std::size_t code = country_code(digits);
      add_form(digits.substr(code), owner);
      add_form(digits.substr(0, code) + "0" + digits.substr(code), owner);
    } else if (digits.starts_with('0')) {
      add_form(digits.substr(1), owner);
    }
    for (const std::size_t group : number.groups)
      if (group < digits.size()) add_form(digits.substr(group), owner);
  }
}

void Numbers::add_form(std::string digits, std::uint32_t owner) {
  if (digits.size() < shortest_number) return;
  const std::size_t length = digits.size();
  forms_.try_emplace(std::move(digits), Form{owner, length < shortest_whole_number});
  const auto at = std::ranges::lower_bound(lengths_, length);
  if (at == lengths_.end() || *at != length) lengths_.insert(at, length);
}

const Numbers::Form* Numbers::form_at(const Digits& text, std::size_t at, std::size_t length,
                                      bool only_long) const {
  const auto digits = std::string_view(text.digits).substr(at, length);
  const auto found = forms_.find(digits);
  if (found == forms_.end()) return nullptr;
  if (!found->second.is_short) return &found->second;
  if (only_long) return nullptr;
  // It begins where a group does, behind a few 0 at most, and ends where one ends.
  constexpr std::size_t most_zeros = 4;
  const std::size_t least = at > most_zeros ? at - most_zeros : 0;
  std::size_t start = at;
  while (!text.places[start].begins_group && start > least && text.digits[start - 1] == '0')
    --start;
  const std::size_t end = at + length;
  const bool ends = end == text.digits.size() || text.places[end].begins_group;
  if (!text.places[start].begins_group || !ends) return nullptr;
  std::array<std::size_t, 2> groups{};
  std::size_t count = 0;
  for (std::size_t i = at + 1; i < end; ++i)
    if (text.places[i].begins_group) {
      if (count < groups.size()) groups[count] = i - at;
      ++count;
    }
  return length == 8 && count == 2 && is_date(digits, groups) ? nullptr : &found->second;
}

void Numbers::find_in(std::string_view whole, const Digits& text, bool only_long,
                      std::vector<Match>& found) const {
  for (std::size_t at = 0; at < text.digits.size(); ++at)
    for (const std::size_t length : lengths_) {
      if (at + length > text.digits.size()) break;
      if (text.digits[at + length - 1] == '|') break;
      const Form* form = form_at(text, at, length, only_long);
      if (form == nullptr) continue;
      const std::size_t start = text.places[at].start;
      const bool has_plus = start != 0 && whole[start - 1] == '+';
      found.push_back(
          {form->owner, has_plus ? start - 1 : start, text.places[at + length - 1].end});
      break;
    }
}

void Numbers::find(std::string_view text, std::vector<Match>& found) const {
  if (forms_.empty()) return;
  Digits one;    // the numbers as they are grouped
  Digits other;  // what may be a list of short numbers, or one long one over two lines
  bool begins_one = true;
  bool begins_other = true;
  std::size_t lines = 0;  // line ends since the last digit
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t start = text.size() - rest.size();
    const char32_t point = base::take_point(rest);
    if (const char digit = digit_of(point)) {
      const std::size_t end = text.size() - rest.size();
      one.add(digit, start, end, begins_one);
      other.add(digit, start, end, begins_other);
      begins_one = begins_other = false;
      lines = 0;
      continue;
    }
    if (one.digits.empty() || base::is_invisible(point) || is_sign_of_format(point)) continue;
    begins_one = begins_other = true;
    if (point == U'\n') ++lines;
    if (!base::may_group_digits(point) && point != U'+') one.end_number(start);
    const bool may_part = base::may_part_digits(point) || point == U'+' || point == U'\n';
    if (!may_part || lines > 1) other.end_number(start);
  }
  find_in(text, one, false, found);
  find_in(text, other, true, found);
}

}  // namespace rapport::names
