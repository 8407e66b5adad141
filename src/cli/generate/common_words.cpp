#include "cli/generate/common_words.hpp"

#include "app/templates.hpp"
#include "base/unicode.hpp"
#include "model/engagement.hpp"
#include "template/grammar.hpp"

#include <set>

namespace rapport::cli {
namespace {

class Words {
 public:
  /// All its words.
  void add(std::string_view text) {
    const std::string folded = base::fold(text);
    for (const auto word : base::words(folded)) take(word);
  }
  void add(const value::Text& text) { add(text.str()); }

  /// Those in small letters: of a text in which people and places may be named.
  void add_small(std::string_view text) {
    for (const auto word : base::words(text))
      if (base::lower(word) == word) add(word);
  }

  std::string lines() const {
    std::string out = "# Words that name nobody. Made by `rapport self regenerate`.\n";
    for (const std::string& word : words_) out.append(word).append("\n");
    return out;
  }

 private:
  /// Two letters are an initial, or a part of many names.
  void take(std::string_view word) {
    const bool is_text = word.find_first_of("0123456789") == word.npos;
    if (is_text && base::count_points(word) > 2) words_.emplace(word);
  }

  std::set<std::string, std::less<>> words_;
};

template <class Row>
void add_titles(const reference::ReferenceData& library, Words& words) {
  for (const Row& row : library.table<Row>()) {
    if constexpr (requires { row.title_en; }) {
      words.add(row.title_en);
      words.add(row.title_fr);
      words.add(row.title_es);
    } else if constexpr (requires { row.label_en; }) {
      words.add(row.label_en);
      words.add(row.label_fr);
      words.add(row.label_es);
    } else {
      words.add(row.name_en);
      words.add(row.name_fr);
      words.add(row.name_es);
    }
  }
}

template <class Enum>
void add_vocabulary(Words& words) {
  for (const auto word : value::words_of<Enum>) words.add(word);
}

}  // namespace

std::string common_words(const reference::ReferenceData& library) {
  Words words;
  for (const base::Embedded& file : app::shipped_templates()) words.add_small(file.text);
  add_titles<model::MandateRow>(library, words);
  add_titles<model::ThemeCategoryRow>(library, words);
  add_titles<model::ThemeRow>(library, words);
  add_titles<model::InstrumentRow>(library, words);
  add_vocabulary<model::PartnerKind>(words);
  add_vocabulary<model::EngagementKind>(words);
  for (const auto* language : {"en", "fr", "es"})
    if (const auto* grammar = templates::find_grammar(language)) {
      for (const auto month : grammar->months) words.add(month);
      for (const auto day : grammar->weekdays) words.add(day);
    }
  return words.lines();
}

}  // namespace rapport::cli
