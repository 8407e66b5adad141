#include "commands/cards/words.hpp"

#include <fmt/format.h>

namespace rapport::commands {

std::string in_words(const value::Date& date) {
  return date.precision() == value::Precision::unknown ? "on an unknown date" : date.in_words();
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
