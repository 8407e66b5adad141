#include "template/grammar.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace rapport::templates {
namespace {

std::string english_ordinal(std::int64_t number) {
  const auto last = std::abs(number) % 10;
  const auto tens = std::abs(number) % 100 / 10;
  const char* suffix = "th";
  if (tens != 1 && last == 1) suffix = "st";
  if (tens != 1 && last == 2) suffix = "nd";
  if (tens != 1 && last == 3) suffix = "rd";
  return fmt::format("{}{}", number, suffix);
}

std::string french_ordinal(std::int64_t number) {
  return fmt::format("{}{}", number, number == 1 ? "er" : "e");
}

std::string spanish_ordinal(std::int64_t number) { return fmt::format("{}.º", number); }

bool sounds_like(std::string_view next, char vowel) {
  std::string folded = base::fold(next);
  if (folded.starts_with('h')) folded.erase(0, 1);
  return folded.starts_with(vowel);
}

/// "e" before the sound of i, but not before a diphthong: "agua y hielo".
std::string_view spanish_and(std::string_view next) {
  const std::string folded = base::fold(next);
  const bool is_diphthong =
      folded.starts_with("hia") || folded.starts_with("hie") || folded.starts_with("io");
  return sounds_like(next, 'i') && !is_diphthong ? "e" : "y";
}

std::string_view spanish_or(std::string_view next) { return sounds_like(next, 'o') ? "u" : "o"; }

constexpr Grammar english = {
    .language = "en",
    .months = {"January", "February", "March", "April", "May", "June", "July", "August",
               "September", "October", "November", "December"},
    .weekdays = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
    .digits = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"},
    .thousands = ",",
    .groups_four = true,
    .date_link = " ",
    .first_day = "",
    .unknown_date = "date not known",
    .on_day = "on",
    .in_month = "in",
    .on_unknown_date = "on an unknown date",
    .hours_with_h = false,
    .zero_is_one = false,
    .conjunction = [](std::string_view) -> std::string_view { return "and"; },
    .disjunction = [](std::string_view) -> std::string_view { return "or"; },
    .ordinal = english_ordinal,
};

constexpr Grammar french = {
    .language = "fr",
    .months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
               "octobre", "novembre", "décembre"},
    .weekdays = {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
    .digits = {"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"},
    .thousands = "\u00A0",
    .groups_four = true,
    .date_link = " ",
    .first_day = "1er",
    .unknown_date = "date inconnue",
    .on_day = "le",
    .in_month = "en",
    .on_unknown_date = "à une date inconnue",
    .hours_with_h = true,
    .zero_is_one = true,
    .conjunction = [](std::string_view) -> std::string_view { return "et"; },
    .disjunction = [](std::string_view) -> std::string_view { return "ou"; },
    .ordinal = french_ordinal,
};

constexpr Grammar spanish = {
    .language = "es",
    .months = {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
               "septiembre", "octubre", "noviembre", "diciembre"},
    .weekdays = {"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
    .digits = {"cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"},
    .thousands = "\u00A0",
    .groups_four = false,
    .date_link = " de ",
    .first_day = "",
    .unknown_date = "fecha desconocida",
    .on_day = "el",
    .in_month = "en",
    .on_unknown_date = "en fecha desconocida",
    .hours_with_h = false,
    .zero_is_one = false,
    .conjunction = spanish_and,
    .disjunction = spanish_or,
    .ordinal = spanish_ordinal,
};

constexpr Grammar neutral = {
    .language = "",
    .months = {},
    .weekdays = {},
    .digits = {},
    .thousands = "",
    .groups_four = false,
    .date_link = " ",
    .first_day = "",
    .unknown_date = "",
    .on_day = "",
    .in_month = "",
    .on_unknown_date = "",
    .hours_with_h = false,
    .zero_is_one = false,
    .conjunction = nullptr,
    .disjunction = nullptr,
    .ordinal = nullptr,
};

std::string iso_date(const Date& date) {
  if (date.year == 0) return "unknown";
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace

const Grammar* find_grammar(std::string_view language) {
  const std::string primary = base::lower_ascii(language.substr(0, language.find('-')));
  for (const auto* grammar : {&english, &french, &spanish})
    if (grammar->language == primary) return grammar;
  return nullptr;
}

const Grammar& grammar_or_neutral(std::string_view language) {
  const Grammar* own = find_grammar(language);
  return own == nullptr ? neutral : *own;
}

std::string write_date(const Date& date, DateForm form, const Grammar& grammar) {
  if (form == DateForm::iso || !has_words(grammar)) return iso_date(date);
  if (form == DateForm::on) {
    if (date.year == 0) return std::string(grammar.on_unknown_date);
    const std::string_view word = date.day > 0 ? grammar.on_day : grammar.in_month;
    return fmt::format("{} {}", word, write_date(date, DateForm::full, grammar));
  }
  if (date.year == 0) return std::string(grammar.unknown_date);
  std::string out;
  if (date.day > 0)
    out = date.day == 1 && !grammar.first_day.empty() ? std::string(grammar.first_day)
                                                      : std::to_string(date.day);
  if (date.month > 0 && date.month <= 12) {
    if (!out.empty()) out += grammar.date_link;
    out += grammar.months[date.month - 1];
  }
  if (form == DateForm::day && !out.empty()) return out;
  if (!out.empty()) out += grammar.date_link;
  return out + std::to_string(date.year);
}

std::string write_weekday(const Date& date, const Grammar& grammar) {
  const std::chrono::year_month_day day(std::chrono::year(date.year),
                                        std::chrono::month(date.month), std::chrono::day(date.day));
  if (!day.ok()) return write_date(date, DateForm::full, grammar);
  return std::string(
      grammar.weekdays[std::chrono::weekday(std::chrono::sys_days(day)).c_encoding()]);
}

std::string write_time(const Date& date, const Grammar& grammar) {
  if (date.minute < 0) return write_date(date, DateForm::full, grammar);
  const int hour = date.minute / 60;
  const int minute = date.minute % 60;
  if (!grammar.hours_with_h) return fmt::format("{:02}:{:02}", hour, minute);
  return minute == 0 ? fmt::format("{}\u00A0h", hour)
                     : fmt::format("{}\u00A0h\u00A0{:02}", hour, minute);
}

std::string write_number(std::int64_t number, const Grammar& grammar) {
  const std::string digits = fmt::format("{}", number);
  const std::size_t sign = number < 0 ? 1 : 0;
  if (!grammar.groups_four && digits.size() - sign <= 4) return digits;
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > sign && (digits.size() - i) % 3 == 0) out += grammar.thousands;
    out += digits[i];
  }
  return out;
}

bool is_singular(std::int64_t number, const Grammar& grammar) {
  return number == 1 || (number == 0 && grammar.zero_is_one);
}

std::string write_list(const std::vector<std::string>& items, std::string_view separator,
                       bool is_choice, const Grammar& grammar) {
  if (items.empty()) return {};
  std::string out = items.front();
  for (std::size_t i = 1; i < items.size(); ++i) {
    const bool is_last = i + 1 == items.size();
    const bool is_heavy = separator != ", ";  // keeps its separator before the last item too
    if (!is_last || is_heavy) out += separator;
    if (is_last) {
      const auto word = is_choice ? grammar.disjunction(items[i]) : grammar.conjunction(items[i]);
      if (!is_heavy) out += ' ';
      out.append(word).append(" ");
    }
    out += items[i];
  }
  return out;
}

}  // namespace rapport::templates
