#include "query/operand.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "model/id.hpp"
#include "reference/suggest.hpp"
#include "value/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::query {
namespace {

using value::Shape;

/// The shortest list a hint still gives whole.
constexpr std::size_t hint_limit = 40;

std::string one_of(std::span<const std::string_view> words) {
  return words.size() > hint_limit ? std::string{}
                                   : fmt::format("one of {}", base::join(words, ", "));
}

/// Records of the other kind have a field of that name with that word: `with.kind:training`.
std::string word_of_others(const Operand& operand, const Piece& piece) {
  if (!operand.kind || operand.name.text.find('.') != std::string::npos) return {};
  const auto other = *operand.kind == model::RecordKind::partner ? model::RecordKind::engagement
                                                                 : model::RecordKind::partner;
  const auto found = find_field(operand.name, scope(other));
  const auto* field = std::get_if<FieldPath>(&found);
  if (field == nullptr || std::ranges::count(field->type->words, piece.text) == 0) return {};
  return fmt::format("{} have it: write with.{}:{}", plural(other), operand.name.text, piece.text);
}

Mistake unknown_word(const Operand& operand, const Piece& piece,
                     std::span<const std::string_view> words) {
  if (auto other = word_of_others(operand, piece); !other.empty())
    return {fmt::format("'{}' is not a value of '{}'", piece.text, operand.name.text), piece.at,
            std::move(other)};
  const auto near = base::nearest(piece.text, words);
  return {fmt::format("'{}' is not a value of '{}'", piece.text, operand.name.text), piece.at,
          near.empty() ? one_of(words) : did_you_mean(near)};
}

/// "a State", "an agency".
std::string kind_of_code(value::CodeSet set) {
  const std::string_view noun = set == value::CodeSet::state ? "State" : value::word(set);
  const bool is_vowel = std::string_view("aio").find(noun.front()) != std::string_view::npos;
  return fmt::format("{} {}", is_vowel ? "an" : "a", noun);
}

Mistake unknown_code(const Operand& operand, const Piece& piece, value::CodeSet set) {
  const auto& context = operand.context;
  const std::string hint = context.library == nullptr
                               ? std::string()
                               : reference::did_you_mean(*context.library, set, piece.text);
  return {
      fmt::format("'{}' is not {} code", piece.text, kind_of_code(set)), piece.at,
      hint.empty() ? fmt::format("to list them: rapport reference {}", value::word(set)) : hint};
}

std::uint16_t find_code(const value::Codes& codes, value::CodeSet set, std::string_view text) {
  if (const auto index = codes.find(set, text)) return index;
  if (const auto index = codes.find(set, base::upper_ascii(text))) return index;
  return codes.find(set, base::lower_ascii(text));
}

const FieldPath& innermost(const FieldPath& field) {
  return field.onward.empty() ? field : innermost(field.onward.front());
}

/// `with:ID` takes an id of either kind (Compiler::by_kind).
bool takes_both(const FieldPath& field) {
  const FieldPath& last = innermost(field);
  return last.derived != nullptr && last.derived->is_across && last.path.empty();
}

bool fits(const model::RecordHeader& head, const Operand& operand) {
  const auto kind = operand.field.refers == value::Refers::record ? operand.kind
                    : operand.field.refers == value::Refers::partner
                        ? model::RecordKind::partner
                        : model::RecordKind::engagement;
  return !kind || head.kind == *kind;
}

Mistake unknown_record(const Operand& operand, const Piece& piece) {
  base::Nearest nearest(piece.text);
  const model::Dataset& data = operand.context.data;
  std::string_view noun = "record";
  for (std::uint32_t i = 0; i < data.size(); ++i)
    if (takes_both(operand.field) || fits(data.head(i), operand)) nearest.offer(data.head(i).id());
  if (operand.field.refers == value::Refers::partner) noun = "partner";
  if (operand.field.refers == value::Refers::engagement)
    noun = takes_both(operand.field) ? "engagement or partner" : "engagement";
  return {fmt::format("no {} '{}'", noun, piece.text), piece.at, did_you_mean(nearest.best())};
}

/// The values that hold the part that was asked for.
std::string with_part(const Operand& operand, const std::string& part) {
  std::vector<std::string_view> fitting;
  for (const auto word : operand.field.type->words)
    if (word.find(base::lower_ascii(part)) != word.npos) fitting.push_back(word);
  if (fitting.empty()) return fmt::format("list the values: {}:a,b", operand.name.text);
  return fmt::format("write {}:{}", operand.name.text, base::join(fitting, ","));
}

}  // namespace

std::optional<Mistake> refuse_comparison(const Operand& operand, bool takes_parts) {
  for (const Choice& choice : operand.choices) {
    const bool is_part = choice.how == Compare::contains;
    if (is_part && takes_parts) continue;
    if (!is_part && choice.how == Compare::is && !choice.is_range) continue;
    const auto& name = operand.name.text;
    if (is_part)
      return Mistake{fmt::format("'{}' is compared as a whole value only", name), choice.at,
                     with_part(operand, choice.from.text)};
    return Mistake{fmt::format("the values of '{}' have no order", name), choice.at,
                   takes_parts ? fmt::format("write {}:value, or {}:~part", name, name)
                               : fmt::format("list the values: {}:a,b", name)};
  }
  return std::nullopt;
}

Outcome<Test> read_words(const Operand& operand) {
  if (auto mistake = refuse_comparison(operand, false)) return *mistake;
  const auto words = operand.field.type->words;
  Indexes test{.type = operand.field.type};
  for (const Choice& choice : operand.choices) {
    const auto found = std::ranges::find_if(words, [&choice](std::string_view word) {
      return base::lower_ascii(word) == base::lower_ascii(choice.from.text);
    });
    if (found == words.end()) return unknown_word(operand, choice.from, words);
    test.wanted.push_back(static_cast<std::uint16_t>(found - words.begin() + 1));
  }
  return Test{std::move(test)};
}

Outcome<Test> read_codes(const Operand& operand) {
  if (auto mistake = refuse_comparison(operand, false)) return *mistake;
  const value::CodeSet set = operand.field.type->set;
  Indexes test{.type = operand.field.type};
  for (const Choice& choice : operand.choices) {
    const auto index = find_code(operand.context.codes, set, choice.from.text);
    if (index == 0) return unknown_code(operand, choice.from, set);
    test.wanted.push_back(index);
  }
  return Test{std::move(test)};
}

/// The field may name what has no record by a key, and one of the values is none of a record.
bool names_key(const Operand& operand) {
  const value::Field* row = operand.field.row();
  if (row == nullptr || row->meta.or_key == value::OrKey::none) return false;
  return std::ranges::any_of(operand.choices, [&](const Choice& choice) {
    return operand.context.data.find(choice.from.text) == nullptr &&
           !model::stands_for_office(choice.from.text);
  });
}

Outcome<Test> read_records(const Operand& operand) {
  if (auto mistake = refuse_comparison(operand, true)) return *mistake;
  const bool by_part = std::ranges::any_of(
      operand.choices, [](const Choice& choice) { return choice.how == Compare::contains; });
  if (by_part || names_key(operand)) return read_texts(operand);
  Targets test;
  for (const Choice& choice : operand.choices) {
    const auto& id = choice.from.text;
    const bool is_office = model::stands_for_office(id);
    const model::RecordHeader* head = is_office ? nullptr : operand.context.data.find(id);
    if (!is_office && (head == nullptr || !fits(*head, operand)))
      return unknown_record(operand, choice.from);
    test.wanted.push_back(is_office ? value::Ref::office : head->index + 1);
  }
  return Test{std::move(test)};
}

Outcome<Test> read_flags(const Operand& operand) {
  if (auto mistake = refuse_comparison(operand, false)) return *mistake;
  Flags test;
  for (const Choice& choice : operand.choices) {
    const auto flag = value::Flag::parse(choice.from.text);
    if (!flag)
      return Mistake{
          fmt::format("'{}' is not a value of '{}'", choice.from.text, operand.name.text),
          choice.from.at, "write yes or no"};
    test.wanted[*flag ? 1 : 0] = true;
  }
  return Test{test};
}

Outcome<Test> read_test(const Operand& operand) {
  switch (operand.field.type->shape) {
    case Shape::word:
      return read_words(operand);
    case Shape::code:
      return read_codes(operand);
    case Shape::ref:
      return read_records(operand);
    case Shape::flag:
      return read_flags(operand);
    case Shape::date:
    case Shape::moment:
      return read_dates(operand);
    case Shape::count:
    case Shape::duration:
      return read_numbers(operand);
    case Shape::text:
      if (operand.field.type->name == value::AmountForm::name) return read_numbers(operand);
      break;
    default:
      break;
  }
  return read_texts(operand);
}

}  // namespace rapport::query
