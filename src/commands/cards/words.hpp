// How dates and unverified facts are said in the answers of commands.
#pragma once

#include "value/date.hpp"
#include "view/cards.hpp"

#include <string>
#include <string_view>

namespace rapport::commands {

/// "30 July 2015", "July 2015", "2015", "on an unknown date".
std::string in_words(const value::Date& date);

/// "as of July 2025": how old a fact is.
std::string mark(const value::Date& as_of);

/// ", since 2015", ", until 16 September 2022", ", from 2015 to 2019": the days of a row, if any.
template <class Row>
std::string span(const Row& row) {
  if (row.since && row.until) return ", from " + in_words(row.since) + " to " + in_words(row.until);
  if (row.since) return ", since " + in_words(row.since);
  return row.until ? ", until " + in_words(row.until) : std::string();
}

view::Line line(std::string_view key, std::string_view label, std::string text,
                view::Tone tone = view::Tone::plain);

/// What the data do not say: never taken for a no.
view::Value not_recorded();

}  // namespace rapport::commands
