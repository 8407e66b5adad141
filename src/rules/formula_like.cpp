#include "base/spaces.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "rules/engine/texts.hpp"
#include "value/telephone.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::formula_like_rule {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Spaces of any width count, and what is drawn as nothing: a program may take them off.
std::string_view without_blanks(std::string_view text) {
  if (!text.empty() && text.front() > ' ' && text.front() <= '~') return text;  // as most begin
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    auto rest = text;
    if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80) return text;
    const char32_t point = base::next_code_point(rest);
    if (!base::is_space(point) && !base::is_invisible(point)) return text;
    text = rest;
  }
}

/// From its first character on, as far as the file shows it; a block text begins below its header.
std::string_view beginning(const value::Text& text) {
  auto raw = text.raw();
  switch (text.style()) {
    case yaml::Style::single_quoted:
    case yaml::Style::double_quoted:
      raw = raw.substr(1, raw.size() - 2);
      break;
    case yaml::Style::literal:
    case yaml::Style::folded:
      raw.remove_prefix(std::min(raw.find('\n'), raw.size()));
      break;
    default:
      break;
  }
  return without_blanks(raw);
}

/// A call `SUM(`, a cell of a sheet `calc!A0`, or the `|` of a program to be started.
bool has_call(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '|') return true;
    const bool behind_name = i > 0 && (base::is_upper(text[i - 1]) || base::is_lower(text[i - 1]) ||
                                       base::is_digit(text[i - 1]) || text[i - 1] == '\'');
    if (text[i] == '(' && behind_name && !base::is_digit(text[i - 1])) return true;
    if (text[i] == '!' && behind_name && i + 1 < text.size() && base::is_upper(text[i + 1]))
      return true;
  }
  return false;
}

/// Behind a sign: a number such as 3.5 or 41 22 917 9000, and then at most words.
bool is_number(std::string_view text) {
  const auto end = std::min(text.find_first_not_of("0123456789 .,/()-"), text.size());
  const auto digits = text.substr(0, end);
  if (digits.find_first_of("0123456789") == std::string_view::npos) return false;
  if (end == text.size()) return true;
  const bool is_unit = text[end] == '%' || static_cast<unsigned char>(text[end]) >= 0x80;
  return digits.ends_with(' ') || digits.ends_with('(') || is_unit ||
         blanks.find(text[end]) != std::string_view::npos;
}

bool is_like_formula(std::string_view text, bool is_contact) {
  text = without_blanks(text);
  if (text.empty()) return false;
  for (const std::string_view wide : {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d"})
    if (text.starts_with(wide)) return true;
  if (is_contact && value::read_telephone(text)) return false;  // +41227000000;ext=12
  const char first = text.front();
  text.remove_prefix(1);
  if (first == '=') return true;
  // The name of an account begins with @.
  if (first == '@') return !is_contact || has_call(text);
  if ((first != '+' && first != '-') || text.empty()) return false;
  // The items of a list in a text.
  const bool is_item = blanks.find(text.front()) != std::string_view::npos;
  return has_call(text) || (!is_item && !is_number(text));
}

bool may_begin_so(char first) {
  return first == '=' || first == '+' || first == '-' || first == '@' || first == '\xef';
}

/// Terms and names of fields are read by this program alone.
bool is_of_query(const value::Field& row) {
  return &row == &value::field_of<&model::SavedQuery::query>() ||
         &row == &value::field_of<&model::SavedQuery::sort>();
}

void check(const Texts& texts, Report& report) {
  texts.each([&](const value::Field& row, const value::Text& text) {
    if (is_of_query(row)) return;
    const auto start = beginning(text);
    if (start.empty()) return;
    const bool is_hidden = start.front() == '\\' && is_escaped(text);
    if (!is_hidden && !may_begin_so(start.front())) return;
    const bool is_contact = row.meta.reveals == value::Reveals::contact;
    if (is_hidden ? is_like_formula(text.str(), is_contact) : is_like_formula(start, is_contact))
      report.add(place_of(texts.source, text), fmt::format("'{}' begins like a formula", row.name))
          .fix("begin with a word");
  });
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "Text begins like a formula",
    .help =
        "A spreadsheet takes text that begins with = + - or @ for a formula and runs it when a "
        "list is opened. Such text is made harmless in our output; other programs may not.",
    .example = "title: '=HYPERLINK(\"https://example.org\")'",
    .local = true,
    .partner = &in_texts_of<Partner, check>,
    .engagement = &in_texts_of<Engagement, check>,
    .repository = &in_files_of_the_office<check>,
};

}  // namespace rapport::rules::formula_like_rule
