// What rows are called, and which row a typed text means.
#pragma once

#include "reference/reference_data.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::reference {

enum class Language : std::uint8_t { en, fr, es };
Language language(std::string_view tag);  // "fr-CA" is fr; any other language is en

/// A name, and the language it is in: English where the one asked for is not recorded.
/// `may_be_former`: the day lies within a month or year in which the name changed.
struct Name {
  value::Text text;
  Language language = Language::en;
  bool may_be_former = false;
};

/// The title of a mandate or instrument, the label of a theme, the name of anything else; of a
/// State or a mandate that of a day, where one is given.
Name name(const ReferenceData& library, value::RowId row, Language wanted, value::Date on = {});

/// The short name an instrument is cited by, else its name.
Name short_name(const ReferenceData& library, value::RowId row, Language wanted);

/// What is typed for a row of `set` (any set when absent): its code or one of its names, case,
/// accents and articles aside. If there is none, rows in whose names all words of `typed` stand.
/// In the order of the data.
std::vector<value::RowId> find(const ReferenceData& library, value::CodeSet set,
                               std::string_view typed);

/// The rows of exactly that code or name, case, accents and articles aside.
std::vector<value::RowId> find_exact(const ReferenceData& library, value::CodeSet set,
                                     std::string_view typed);

/// The same as `find`; where there is none, rows in whose names words begin so, else those with
/// such a part in a word.
std::vector<value::RowId> find_part(const ReferenceData& library, value::CodeSet set,
                                    std::string_view typed);

/// Every code and name of a row, as they are written.
std::vector<std::string> names_of(const ReferenceData& library, value::RowId row);

}  // namespace rapport::reference
