#include "reference/names.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "reference/on_day.hpp"

#include <algorithm>
#include <array>

namespace rapport::reference {
namespace {

using value::CodeSet;
using value::RowId;
using value::Text;

constexpr std::array named_sets = {CodeSet::state,    CodeSet::territory, CodeSet::organisation,
                                   CodeSet::mandate,  CodeSet::theme,     CodeSet::mechanism,
                                   CodeSet::presence, CodeSet::agency,    CodeSet::instrument};

/// Calls `use` with the row, whatever its type; with nothing when there is no such row.
template <class F>
void visit(const ReferenceData& library, RowId row, const F& use) {
  const auto with = [&](const auto* found) {
    if (found != nullptr) use(*found);
  };
  switch (row.set) {
    case CodeSet::state:
      return with(library.at<model::StateRow>(row.index));
    case CodeSet::territory:
      return with(library.at<model::TerritoryRow>(row.index));
    case CodeSet::organisation:
      return with(library.at<model::OrganisationRow>(row.index));
    case CodeSet::mandate:
      return with(library.at<model::MandateRow>(row.index));
    case CodeSet::theme:
      return with(library.at<model::ThemeRow>(row.index));
    case CodeSet::mechanism:
      return with(library.at<model::MechanismRow>(row.index));
    case CodeSet::presence:
      return with(library.at<model::PresenceRow>(row.index));
    case CodeSet::agency:
      return with(library.at<model::AgencyRow>(row.index));
    case CodeSet::instrument:
      return with(library.at<model::InstrumentRow>(row.index));
    case CodeSet::treaty:
      return with(library.row(model::TreatyCode(row.index, 0)));
    case CodeSet::absent:
      return;
  }
}

/// The fields by which a row can be found: every one that is a name, in any language.
bool is_name(std::string_view field) {
  constexpr std::array<std::string_view, 5> whole = {"abbreviation", "theme_en", "alpha2", "m49",
                                                     "mission"};
  constexpr std::array<std::string_view, 4> begin = {"name_", "formal_", "title_", "label_"};
  return std::ranges::find(whole, field) != whole.end() ||
         std::ranges::any_of(begin, [&](std::string_view b) { return field.starts_with(b); });
}

template <class T>
void add_names(const T& row, std::vector<std::string>& names) {
  for (const value::Field& field : value::rows_of<T>().rows)
    if (is_name(field.name) && field.type->present(field.of(&row)))
      names.push_back(static_cast<const Text*>(field.of(&row))->str());
}

}  // namespace

std::vector<std::string> names_of(const ReferenceData& library, RowId row) {
  std::vector<std::string> names = {std::string(library.codes().name(row))};
  visit(library, row, [&]<class T>(const T& found) {
    add_names(found, names);
    if constexpr (requires { found.former_names; })
      for (const auto& former : found.former_names) add_names(former, names);
    if constexpr (requires { found.former_titles; })
      for (const auto& former : found.former_titles) add_names(former, names);
    if constexpr (requires { found.aliases; })
      for (const Text& alias : found.aliases) names.push_back(alias.str());
  });
  return names;
}

namespace {

/// Folded words with one space between them, without an article in front.
std::string key_of(std::string_view text) {
  constexpr std::array<std::string_view, 8> articles = {"the", "le", "la",  "les",
                                                        "l",   "el", "los", "las"};
  const std::string folded = base::fold(text);
  auto words = base::words(folded);
  if (words.size() > 1 && std::ranges::find(articles, words[0]) != articles.end())
    words.erase(words.begin());
  return base::join(std::span<const std::string_view>(words), " ");
}

/// How well a name fits what was typed: the better, the higher.
enum class Fit : std::uint8_t { none, part, beginning, words, same };

/// The beginnings of two letters fit nearly everything.
constexpr std::size_t shortest_part = 3;

Fit fit_of(std::string_view word, std::span<const std::string_view> name) {
  Fit best = Fit::none;
  for (const std::string_view each : name) {
    if (each == word) return Fit::words;
    if (word.size() < shortest_part) continue;
    if (each.starts_with(word))
      best = Fit::beginning;
    else if (best == Fit::none && each.find(word) != each.npos)
      best = Fit::part;
  }
  return best;
}

Fit fit(const std::string& key, const std::string& typed) {
  if (key == typed) return Fit::same;
  const auto name = base::split(key, ' ');
  Fit worst = Fit::words;
  for (const std::string_view word : base::split(typed, ' '))
    worst = std::min(worst, fit_of(word, name));
  return worst;
}

template <class F>
void each_row(const ReferenceData& library, CodeSet set, const F& use) {
  for (const CodeSet each : named_sets) {
    if (set != CodeSet::absent && set != each) continue;
    const auto count = library.codes().all(each).size();
    for (std::uint16_t i = 1; i <= count; ++i) use(RowId{each, i});
  }
}

/// As it was on a day, where one is given and its names are dated.
template <class T>
T row_on(const T& row, value::Date on) {
  if constexpr (requires { on_day(row, on); })
    return on ? on_day(row, on) : row;
  else
    return row;
}

/// Fields of one name in three languages.
Name choose(const Text& en, const Text& fr, const Text& es, Language wanted) {
  if (wanted == Language::fr && fr) return {fr, wanted};
  if (wanted == Language::es && es) return {es, wanted};
  return {en, Language::en};
}

}  // namespace

Language language(std::string_view tag) {
  const auto base = tag.substr(0, tag.find('-'));
  return base == "fr" ? Language::fr : base == "es" ? Language::es : Language::en;
}

Name name(const ReferenceData& library, RowId row, Language wanted, value::Date on) {
  Name found;
  visit(library, row, [&]<class T>(const T& written) {
    const T r = row_on(written, on);
    if constexpr (requires { r.title_en; })
      found = choose(r.title_en, r.title_fr, r.title_es, wanted);
    else if constexpr (requires { r.label_en; })
      found = choose(r.label_en, r.label_fr, r.label_es, wanted);
    else
      found = choose(r.name_en, r.name_fr, r.name_es, wanted);
    if constexpr (requires { may_have_changed(written, on); })
      found.may_be_former = may_have_changed(written, on);
  });
  return found;
}

Name short_name(const ReferenceData& library, RowId row, Language wanted) {
  Name found = name(library, row, wanted);
  // Short names are recorded in English only; in another language the whole title is right.
  if (found.language != Language::en) return found;
  visit(library, row, [&]<class T>(const T& r) {
    if constexpr (requires { r.abbreviation; })
      if (r.abbreviation) found.text = r.abbreviation;
  });
  return found;
}

namespace {

/// Whether the folded name may have `word`, by its bytes: folding every name is most of a search.
bool may_have(std::string_view name, std::string_view word) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  };
  const auto same = [&](char of_name, char of_word) { return lower(of_name) == of_word; };
  return std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) ||
         std::search(name.begin(), name.end(), word.begin(), word.end(), same) != name.end();
}

/// The rows that fit best, if any fits at least so well.
std::vector<RowId> best(const ReferenceData& library, CodeSet set, std::string_view typed,
                        Fit least) {
  const std::string wanted = key_of(typed);
  if (wanted.empty()) return {};
  const std::string_view first = std::string_view(wanted).substr(0, wanted.find(' '));
  std::vector<RowId> found;
  each_row(library, set, [&](RowId row) {
    Fit own = Fit::none;
    for (const std::string& name : names_of(library, row))
      if (may_have(name, first)) own = std::max(own, fit(key_of(name), wanted));
    if (own < least) return;
    if (own > least) found.clear();
    least = own;
    found.push_back(row);
  });
  return found;
}

}  // namespace

std::vector<RowId> find(const ReferenceData& library, CodeSet set, std::string_view typed) {
  return best(library, set, typed, Fit::words);
}

std::vector<RowId> find_exact(const ReferenceData& library, CodeSet set, std::string_view typed) {
  return best(library, set, typed, Fit::same);
}

std::vector<RowId> find_part(const ReferenceData& library, CodeSet set, std::string_view typed) {
  return best(library, set, typed, Fit::part);
}

}  // namespace rapport::reference
