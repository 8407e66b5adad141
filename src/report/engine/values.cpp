#include "report/engine/values.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "reference/on_day.hpp"

#include <cctype>

namespace rapport::report {

using templates::Value;

Value value(const release::ReleasedText& shown) { return shown ? Value(shown.text()) : Value(); }

Value value(const model::Date& date) {
  if (!date) return {};
  if (date.is_unknown()) return templates::Date{};
  return templates::Date{.year = date.year(), .month = date.month(), .day = date.day()};
}

Value value(const model::Moment& moment) {
  const model::Date& date = moment.date();
  if (!moment || date.is_unknown()) return value(date);
  return templates::Date{.year = date.year(),
                         .month = date.month(),
                         .day = date.day(),
                         .minute = moment.has_time() ? moment.minutes() : -1};
}

Value value(model::Count count) {
  if (!count || count.is_unknown()) return {};
  return static_cast<std::int64_t>(*count);
}

std::vector<std::string> texts(const std::vector<release::ReleasedText>& shown) {
  std::vector<std::string> texts;
  for (const auto& one : shown)
    if (one) texts.push_back(one.text());
  return texts;
}

std::vector<std::string> names(const release::Links& partners) {
  std::vector<std::string> names;
  for (const auto& partner : partners.shown)
    names.push_back(partner.show<&model::Partner::name>().text());
  return names;
}

Value first_name(const release::Links& partners) {
  if (partners.shown.empty()) return {};
  return value(partners.shown.front().show<&model::Partner::name>());
}

Value plain(const std::vector<std::string>& texts) {
  return templates::List(texts.begin(), texts.end());
}

Value in_order(std::vector<Value> objects) {
  for (std::size_t i = 0; i < objects.size(); ++i)
    objects[i].set("number", i + 1).set("first", i == 0).set("last", i + 1 == objects.size());
  return templates::List(std::move(objects));
}

Value numbered(const std::vector<std::string>& texts) {
  std::vector<Value> objects;
  for (const std::string& text : texts) objects.push_back(Value::object().set("text", text));
  return in_order(std::move(objects));
}

std::string title(const reference::ReferenceData& library, value::RowId row,
                  std::string_view language, model::Date on) {
  const std::string name =
      reference::name(library, row, reference::language(language), on).text.str();
  // A file of the office's own that cannot be read to its end leaves codes without a row.
  return name.empty() ? std::string(library.codes().name(row)) : name;
}

std::string formal_title(const reference::ReferenceData& library, model::StateCode state,
                         std::string_view language, model::Date on) {
  const model::StateRow* row = library.row(state);
  if (row == nullptr || language != "en") return title(library, state.row(), language, on);
  const model::Text formal = reference::on_day(*row, on).formal_en;
  return formal ? formal.str() : title(library, state.row(), language, on);
}

namespace {

const model::Text& in_language(std::string_view language, const model::Text& english,
                               const model::Text& french, const model::Text& spanish) {
  switch (reference::language(language)) {
    case reference::Language::fr:
      return french;
    case reference::Language::es:
      return spanish;
    default:
      return english;
  }
}

}  // namespace

std::string territory_name(const reference::ReferenceData& library, model::TerritoryCode territory,
                           std::string_view language) {
  if (!territory) return {};
  const model::TerritoryRow* row = library.row(territory);
  if (row != nullptr)
    if (const auto& wording =
            in_language(language, row->wording_en, row->wording_fr, row->wording_es))
      return wording.str();
  return title(library, territory.row(), language);
}

std::string disclaimer(const reference::ReferenceData& library, model::TerritoryCode territory,
                       std::string_view language) {
  const model::TerritoryRow* row = territory ? library.row(territory) : nullptr;
  if (row == nullptr) return {};
  const auto& own =
      in_language(language, row->disclaimer_en, row->disclaimer_fr, row->disclaimer_es);
  return own ? own.str() : row->disclaimer_en.str();
}

std::string printed(model::Classification classification) {
  std::string mark(value::word(classification));
  for (char& c : mark)
    c = c == '-' ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return mark;
}

std::string in_words(std::string_view word) {
  std::string words;
  for (const std::string_view part : base::split(word, '-')) {
    const bool is_acronym = part == "un" || part == "nhri" || part == "ngo" || part == "ohchr";
    words += (words.empty() ? "" : " ") + (is_acronym ? base::upper(part) : std::string(part));
  }
  return words;
}

Value in_words(const release::ReleasedText& shown) {
  return shown ? Value(in_words(shown.text())) : Value();
}

std::string resolution_number(std::string_view symbol) {
  constexpr std::string_view council = "A/HRC/RES/";
  return std::string(symbol.starts_with(council) ? symbol.substr(council.size()) : symbol);
}

}  // namespace rapport::report
