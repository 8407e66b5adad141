#include "template/filters.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "template/escape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace rapport::templates {
namespace {

Refusal not_for(std::string_view filter, const Value& value) {
  return {fmt::format("'{}' cannot be applied to {}", filter, value.kind())};
}

Filtered date(const Value& value, Arguments arguments, const Grammar& grammar) {
  const Date* own = value.date();
  if (!own) return not_for("date", value);
  if (arguments.empty()) return Value(write_date(*own, DateForm::full, grammar));
  if (arguments[0] == "day") return Value(write_date(*own, DateForm::day, grammar));
  if (arguments[0] == "iso") return Value(write_date(*own, DateForm::iso, grammar));
  if (arguments[0] == "on") return Value(write_date(*own, DateForm::on, grammar));
  return Refusal{fmt::format("a date has the forms 'day', 'iso' and 'on', not '{}'", arguments[0])};
}

Filtered weekday(const Value& value, Arguments, const Grammar& grammar) {
  const Date* own = value.date();
  if (!own) return not_for("weekday", value);
  return Value(write_weekday(*own, grammar));
}

Filtered time(const Value& value, Arguments, const Grammar& grammar) {
  const Date* own = value.date();
  if (!own) return not_for("time", value);
  return Value(write_time(*own, grammar));
}

std::optional<std::vector<std::string>> texts_of(const List& list, const Grammar& grammar) {
  std::vector<std::string> texts;
  for (const auto& item : list) {
    if (const auto* text = item.text())
      texts.push_back(*text);
    else if (const auto* number = item.number())
      texts.push_back(std::to_string(*number));
    else if (const auto* day = item.date())
      texts.push_back(write_date(*day, DateForm::full, grammar));
    else
      return std::nullopt;
  }
  return texts;
}

Filtered list(const Value& value, Arguments arguments, const Grammar& grammar) {
  if (!value.list()) return not_for("list", value);
  std::string_view separator = ", ";
  bool is_choice = false;
  for (const auto argument : arguments) {
    if (argument == "semicolons")
      separator = "; ";
    else if (argument == "or")
      is_choice = true;
    else
      return Refusal{fmt::format("a list has the forms 'semicolons' and 'or', not '{}'", argument)};
  }
  const auto texts = texts_of(*value.list(), grammar);
  if (!texts) return Refusal{"'list' joins texts, not objects"};
  return Value(write_list(*texts, separator, is_choice, grammar));
}

Filtered lines(const Value& value, Arguments, const Grammar& grammar) {
  std::optional<std::vector<std::string>> texts;
  if (const auto* text = value.text()) {
    texts.emplace();
    for (const auto line : base::lines(*text)) texts->emplace_back(line);
  } else if (value.list()) {
    texts = texts_of(*value.list(), grammar);
  }
  if (!texts) return not_for("lines", value);
  std::erase_if(*texts, [](const std::string& line) { return base::trim(line).empty(); });
  return Value(base::join(*texts, std::string(1, kept_line_end)));
}

/// Parts between empty lines; a line end inside one is a space.
Filtered paragraphs(const Value& value, Arguments, const Grammar&) {
  if (!value.text()) return not_for("paragraphs", value);
  List parts;
  std::string part;
  const auto finish = [&] {
    if (!part.empty()) parts.emplace_back(part);
    part.clear();
  };
  for (const auto line : base::lines(*value.text())) {
    const auto text = base::trim(line);
    if (text.empty())
      finish();
    else
      part.append(part.empty() ? "" : " ").append(text);
  }
  finish();
  return Value(std::move(parts));
}

Filtered upper(const Value& value, Arguments, const Grammar&) {
  if (!value.text()) return not_for("upper", value);
  return Value(base::upper(*value.text()));
}

Filtered lower(const Value& value, Arguments, const Grammar&) {
  if (!value.text()) return not_for("lower", value);
  return Value(base::lower(*value.text()));
}

Filtered capital(const Value& value, Arguments, const Grammar&) {
  if (!value.text()) return not_for("capital", value);
  std::string_view rest = *value.text();
  if (!rest.empty()) base::next_code_point(rest);
  const std::string_view first(value.text()->data(), value.text()->size() - rest.size());
  return Value(base::upper(first) + std::string(rest));
}

/// Quotes and brackets may close behind the point.
Filtered sentence(const Value& value, Arguments arguments, const Grammar& grammar) {
  if (!value.text()) return not_for("sentence", value);
  const std::string text(base::trim(*value.text()));
  std::string_view end = text;
  for (const std::string_view closing : {"”", "»", "\"", ")"})
    if (end.ends_with(closing)) end.remove_suffix(closing.size());
  const bool is_ended = end.empty() || end.ends_with('.') || end.ends_with('?') ||
                        end.ends_with('!') || end.ends_with("…");
  return capital(Value(is_ended ? text : text + "."), arguments, grammar);
}

std::optional<std::int64_t> amount(const Value& value) {
  if (value.is_nothing()) return 0;
  if (const auto* number = value.number()) return *number;
  if (const auto* items = value.list()) return static_cast<std::int64_t>(items->size());
  return std::nullopt;
}

Filtered count(const Value& value, Arguments, const Grammar&) {
  if (value.number() || !amount(value)) return not_for("count", value);
  return Value(*amount(value));
}

Filtered plural(const Value& value, Arguments arguments, const Grammar& grammar) {
  const auto number = amount(value);
  if (!number) return not_for("plural", value);
  return Value(arguments[is_singular(*number, grammar) ? 0 : 1]);
}

Filtered words(const Value& value, Arguments, const Grammar& grammar) {
  const auto* number = value.number();
  if (!number) return not_for("words", value);
  if (*number < 0 || *number > 9) return Value(write_number(*number, grammar));
  return Value(grammar.digits[static_cast<std::size_t>(*number)]);
}

Filtered number(const Value& value, Arguments, const Grammar& grammar) {
  if (!value.number()) return not_for("number", value);
  return Value(write_number(*value.number(), grammar));
}

Filtered ordinal(const Value& value, Arguments, const Grammar& grammar) {
  if (!value.number()) return not_for("ordinal", value);
  return Value(grammar.ordinal(*value.number()));
}

Filtered fallback(const Value& value, Arguments arguments, const Grammar&) {
  const bool is_missing = value.is_nothing() || ((value.text() || value.date()) && !value.holds());
  return is_missing ? Value(arguments[0]) : value;
}

Filtered url(const Value& value, Arguments, const Grammar&) {
  if (!value.text()) return not_for("url", value);
  return Value(link_target(*value.text()));
}

constexpr auto filter_table = std::to_array<Filter>({
    {"capital", "capital", "the first letter as a capital", 0, 0, false, false, false, capital},
    {"count", "count", "how many items a list has", 0, 0, true, true, false, count},
    {"date", "date [day|iso|on]",
     "a date in words, as precise as it is known; without its year; as 2026-04-10; with on or in",
     0, 1, false, false, true, date},
    {"default", "default 'text'", "the text if there is no value", 1, 1, true, true, false,
     fallback},
    {"lines", "lines", "each line of a text, or item of a list, on a line of its own", 0, 0, true,
     false, false, lines},
    {"list", "list [semicolons] [or]", "a, b and c", 0, 2, true, false, true, list},
    {"lower", "lower", "in lower case", 0, 0, false, false, false, lower},
    {"number", "number", "a number with its digits in groups", 0, 0, false, false, true, number},
    {"ordinal", "ordinal", "1st, 2nd", 0, 0, false, false, true, ordinal},
    {"paragraphs", "paragraphs", "a text as the list of its paragraphs, for a section", 0, 0, false,
     false, false, paragraphs},
    {"plural", "plural 'one' 'many'", "the word that goes with a number, or with a list", 2, 2,
     true, true, true, plural},
    {"sentence", "sentence", "a text with a capital first and a full stop at its end", 0, 0, false,
     false, true, sentence},
    {"time", "time", "the time of day; the date if no time is known", 0, 0, false, false, false,
     time},
    {"upper", "upper", "in capitals", 0, 0, false, false, false, upper},
    {"url", "url", "as the target of a link", 0, 0, false, false, false, url},
    {"weekday", "weekday", "the day of the week; the month or year if no day is known", 0, 0, false,
     false, true, weekday},
    {"words", "words", "a number below ten in words", 0, 0, false, false, true, words},
});

}  // namespace

std::span<const Filter> all_filters() { return filter_table; }

const Filter* find_filter(std::string_view name) {
  const auto found = std::ranges::find(filter_table, name, &Filter::name);
  return found == filter_table.end() ? nullptr : &*found;
}

Filtered apply(const Filter& filter, const Value& value, Arguments arguments,
               const Grammar& grammar) {
  const bool is_iso = filter.name == "date" && !arguments.empty() && arguments[0] == "iso";
  if (filter.needs_words && !has_words(grammar) && !is_iso)
    return Refusal{fmt::format("'{}' needs a grammar, and there is one for en, fr and es only{}",
                               filter.name,
                               filter.name == "date" ? "; 'date iso' needs none" : "")};
  if (value.is_nothing() && !filter.takes_nothing) return value;  // the tag says that it is missing
  if (!value.list() || filter.takes_list) return filter.apply(value, arguments, grammar);
  List results;
  for (const auto& item : *value.list()) {
    Filtered result = filter.apply(item, arguments, grammar);
    if (std::holds_alternative<Refusal>(result)) return result;
    results.push_back(std::get<Value>(std::move(result)));
  }
  return Value(std::move(results));
}

}  // namespace rapport::templates
