// Values of text, and of what is compared by how it is written.
#include "base/text.hpp"
#include "query/operand.hpp"
#include "value/scalars.hpp"

#include <fmt/format.h>

namespace rapport::query {
namespace {

/// The code behind a whole reference row: `achpr-sr-hrd` also means `mechanism/achpr-sr-hrd`.
void add_listed(Texts& test, const std::string& written) {
  if (written.find('/') != std::string::npos) return test.equal.emplace_back(written), void();
  for (std::size_t i = 1; i <= value::code_set_count; ++i)
    test.equal.emplace_back(
        fmt::format("{}/{}", value::word(static_cast<value::CodeSet>(i)), written));
}

std::optional<Mistake> refuse_wildcard(const Operand& operand, const Choice& choice) {
  const Piece& piece = choice.from;
  if (piece.is_quoted || piece.text.find('*') == std::string::npos) return std::nullopt;
  return Mistake{"'*' is not a wildcard here", piece.at,
                 fmt::format("write {}:~{} for a part of it", operand.name.text,
                             base::replace_all(piece.text, "*", ""))};
}

Outcome<Test> read_languages(const Operand& operand) {
  Languages test;
  for (const Choice& choice : operand.choices) {
    if (!value::LanguageForm::accepts(choice.from.text))
      return Mistake{fmt::format("'{}' is not a language tag", choice.from.text), choice.from.at,
                     "write a code such as es, or zh-Hant"};
    test.wanted.push_back(base::lower_ascii(choice.from.text));
  }
  return Test{std::move(test)};
}

}  // namespace

Outcome<Test> read_texts(const Operand& operand) {
  if (auto mistake = refuse_comparison(operand, true)) return *mistake;
  const value::Type* type = operand.field.type;
  bool by_part = false;
  Texts test{.type = type, .codes = &operand.context.codes};
  for (const Choice& choice : operand.choices) {
    if (auto mistake = refuse_wildcard(operand, choice)) return *mistake;
    if (choice.how == Compare::contains) {
      if (base::trim(choice.from.text).empty())
        return Mistake{"every text contains nothing", choice.at,
                       fmt::format("write has:{}", operand.name.text)};
      by_part = true;
      test.contained.emplace_back(choice.from.text);
    } else if (type->shape == value::Shape::listed) {
      add_listed(test, choice.from.text);
    } else {
      test.equal.emplace_back(choice.from.text);
    }
  }
  if (!by_part && type->name == value::LanguageForm::name) return read_languages(operand);
  return Test{std::move(test)};
}

}  // namespace rapport::query
