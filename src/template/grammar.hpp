// How a language writes dates, numbers and lists.
#pragma once

#include "template/value.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::templates {

enum class DateForm {
  full,  // "10 April 2026"
  day,   // "10 April"
  iso,   // "2026-04-10"
  on,    // "on 10 April 2026", "in April 2026"
};

struct Grammar {
  std::string_view language;
  std::array<std::string_view, 12> months;
  std::array<std::string_view, 7> weekdays;                // from Sunday
  std::array<std::string_view, 10> digits;                 // zero to nine, in words
  std::string_view thousands;                              // between groups of three digits
  bool groups_four;                                        // 1,234, not only 12,345
  std::string_view date_link;                              // between day, month and year
  std::string_view first_day;                              // the first of a month; empty: 1
  std::string_view unknown_date;                           // in place of one nobody knows
  std::string_view on_day;                                 // before the day something was on
  std::string_view in_month;                               // before its month or year
  std::string_view on_unknown_date;                        // when something was, and nobody knows
  bool hours_with_h;                                       // 9 h 30
  bool zero_is_one;                                        // nothing takes the singular
  std::string_view (*conjunction)(std::string_view next);  // before the last item of a list
  std::string_view (*disjunction)(std::string_view next);
  std::string (*ordinal)(std::int64_t number);
};

/// Null when the language has no grammar here. Only the part before '-' counts.
const Grammar* find_grammar(std::string_view language);

/// That of the language, or for one that has none here the forms that are in no language: dates as
/// 2026-04-10, numbers in digits alone.
const Grammar& grammar_or_neutral(std::string_view language);
inline bool has_words(const Grammar& grammar) { return !grammar.language.empty(); }

std::string write_date(const Date& date, DateForm form, const Grammar& grammar);

/// The date as far as it is known, when the day is not.
std::string write_weekday(const Date& date, const Grammar& grammar);

/// The date, when the time is not known.
std::string write_time(const Date& date, const Grammar& grammar);

std::string write_number(std::int64_t number, const Grammar& grammar);

bool is_singular(std::int64_t number, const Grammar& grammar);

/// "a, b and c"; with "; " it is "a; b; and c", as mandates are listed.
std::string write_list(const std::vector<std::string>& items, std::string_view separator,
                       bool is_choice, const Grammar& grammar);

}  // namespace rapport::templates
