#include "commands/cards/words.hpp"

#include <fmt/format.h>

#include <array>

namespace rapport::commands {

std::string in_words(const value::Date& date) {
  constexpr std::array<std::string_view, 12> months = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  switch (date.precision()) {
    case value::Precision::unknown:
      return "on an unknown date";
    case value::Precision::year:
      return fmt::format("{}", date.year());
    case value::Precision::month:
      return fmt::format("{} {}", months[date.month() - 1], date.year());
    case value::Precision::day:
      return fmt::format("{} {} {}", date.day(), months[date.month() - 1], date.year());
  }
  return {};
}

std::string mark(const value::Date& as_of) {
  return as_of ? fmt::format("as of {}", in_words(as_of)) : std::string("no date known");
}

view::Line line(std::string_view key, std::string_view label, std::string text, view::Tone tone) {
  return {.key = std::string(key),
          .label = std::string(label),
          .values = {{.text = std::move(text), .tone = tone}}};
}

view::Value not_recorded() { return {.text = "not recorded", .tone = view::Tone::warning}; }

}  // namespace rapport::commands
