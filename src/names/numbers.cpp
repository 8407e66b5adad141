#include "names/numbers.hpp"

#include "base/spaces.hpp"
#include "base/unicode.hpp"
#include "names/digits.hpp"
#include "names/policy.hpp"

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

void Numbers::add(std::string_view text, std::uint32_t owner) {
  each_number_form(text, [&](std::string_view digits) { add_form(std::string(digits), owner); });
}

void Numbers::add_form(std::string digits, std::uint32_t owner) {
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
    const char32_t point = base::next_code_point(rest);
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
    if (!may_be_within_number(point) || lines > 1) other.end_number(start);
  }
  find_in(text, one, false, found);
  find_in(text, other, true, found);
}

}  // namespace rapport::names
