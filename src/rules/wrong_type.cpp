#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/dataset.hpp"
#include "rules/engine/faults.hpp"
#include "value/written.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace rapport::rules::wrong_type_rule {
namespace {

using value::Field;
using value::Shape;
using value::Type;

constexpr FaultCode faults[] = {value::Problem::not_a_scalar, value::Problem::not_a_list,
                                value::Problem::not_a_block};

/// The block that an item of the field, or the field itself, is; null for any other.
const Type* block_of(const Field& row) {
  const Type& type = row.type->shape == Shape::list ? *row.type->element : *row.type;
  return type.shape == Shape::block ? &type : nullptr;
}

bool is_text(const Field& row) {
  const auto shape = row.type->shape;
  return shape == Shape::ref || shape == Shape::pattern || shape == Shape::code ||
         shape == Shape::listed || (shape == Shape::text && row.type->name != value::KeyForm::name);
}

bool knows(const Field& row, std::string_view word) {
  return row.type->shape == Shape::word && std::ranges::count(row.type->words, word) != 0;
}

/// The field refers to the record that has this id.
bool leads_to(const Field& row, std::string_view id, const Context& context) {
  if (row.meta.refers == value::Refers::nothing || context.dataset == nullptr) return false;
  const auto* head = context.data().find(id);
  const bool is_partner = head != nullptr && head->kind == model::RecordKind::partner;
  const auto other = is_partner ? value::Refers::engagement : value::Refers::partner;
  return head != nullptr && row.meta.refers != other;
}

bool is_date(std::string_view text) { return value::Date::parse(text).has_value(); }

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

/// Only such a field takes the value: a day, or a number.
bool takes_alone(const Field& row, std::string_view text) {
  const auto shape = row.type->shape;
  return ((shape == Shape::date || shape == Shape::moment) && is_date(text)) ||
         (shape == Shape::count && is_number(text));
}

/// The field of the block that a single value was probably meant for; null when none is.
const Field* field_for(const Type& block, const std::string& value, const Context& context) {
  const auto rows = block.rows().rows;
  const auto first = [&](auto fits) {
    const auto row = std::ranges::find_if(rows, fits);
    return row == rows.end() ? nullptr : &*row;
  };
  if (const Field* row = first([&](const Field& each) { return knows(each, value); })) return row;
  if (const Field* row = first([&](const Field& each) { return leads_to(each, value, context); }))
    return row;
  if (const Field* row = first([&](const Field& each) { return takes_alone(each, value); }))
    return row;
  if (const Field* row =
          first([](const Field& each) { return each.meta.required && is_text(each); }))
    return row;
  return first(is_text);
}

/// The value as it is written, where it is short, may be repeated and means the same in { }.
std::string written(const FoundFault& found) {
  const auto text = spelled(found);
  const bool repeats = !hides(found) && !text.empty() && text.size() <= 40 &&
                       text.find_first_of("|>{}[],\n") == std::string_view::npos;
  return repeats ? base::printable(text) : std::string("…");
}

/// Without the quotes or brackets that are around all of it, or that were begun or ended.
std::string_view bare(std::string_view text) {
  if (text.size() > 1 && text.front() == text.back() && (text[0] == '"' || text[0] == '\''))
    return text.substr(1, text.size() - 2);
  if (text.starts_with('(') && text.ends_with(')')) return text.substr(1, text.size() - 2);
  return text.ends_with(']') ? text.substr(0, text.size() - 1) : text;
}

/// No value of the field has a space in it.
bool is_one_word(const Field& row) {
  const Type& type = *row.type->element;
  return type.shape == Shape::word || type.shape == Shape::code || type.shape == Shape::ref ||
         type.name == value::LanguageForm::name;
}

/// `X, Y` and `(X; Y)` as they are written in a list; empty for any other text.
std::string as_items(std::string_view written, const Field& row) {
  constexpr std::size_t longest = 80;
  const std::string_view text = bare(written);
  const bool is_plain = text.find_first_of("|>{}[]\"'\n:#") == std::string_view::npos;
  const auto has = [&](char c) { return text.find(c) != std::string_view::npos; };
  const char sign = has(';') ? ';' : !has(',') && is_one_word(row) ? ' ' : ',';
  if (!is_plain || text.size() > longest || (!has(sign) && text == written)) return {};
  std::vector<std::string> items;
  for (const auto item : base::split(text, sign))
    if (!base::trim(item).empty()) items.push_back(value::as_item(base::trim(item)));
  return items.empty() ? std::string{} : fmt::format("[{}]", base::join(items, ", "));
}

/// A block stands there: its first letter alone is known.
bool is_mapping(const FoundFault& found) {
  const auto& file = found.source->text;
  const std::size_t end = found.fault.offset + found.fault.length;
  return found.fault.length == 1 && end < file.size() &&
         std::string_view(" \r\n,]}").find(file[end]) == std::string_view::npos &&
         std::string_view("[{").find(first_of(found)) == std::string_view::npos;
}

bool is_block_of_kind(const Field& row) {
  return &row == &value::field_of<&Engagement::visit>() ||
         &row == &value::field_of<&Engagement::case_>() ||
         &row == &value::field_of<&Engagement::communication>() ||
         &row == &value::field_of<&Engagement::statement>();
}

/// The one id in it: c1 of `c1` and of `[c1]`.
std::string single_id(const FoundFault& found) {
  if (first_of(found) != '[') return meant(found);
  const std::string_view rest = std::string_view(found.source->text).substr(found.fault.offset + 1);
  return std::string(base::trim(rest.substr(0, rest.find_first_of("],\n"))));
}

/// An engagement stands where the block of its kind is meant: how the two belong together is said
/// elsewhere. Empty where it is something else.
std::string as_link(const FoundFault& found, const Context& context) {
  const auto* row = found.fault.row;
  if (row == nullptr || !is_block_of_kind(*row) || is_mapping(found)) return {};
  const std::string id = single_id(found);
  if (!value::is_id(id) || context.dataset == nullptr) return {};
  const auto* other = context.data().engagement(id);
  const bool is_case = &*row == &value::field_of<&Engagement::case_>();
  const auto rows = row->type->rows().rows;
  const bool is_word =
      std::ranges::any_of(rows, [&](const Field& each) { return knows(each, id); });
  if (other == nullptr && (!is_case || is_word)) return {};
  if (other == nullptr || other->case_) return fmt::format("write `part_of: {}`", id);
  return fmt::format("write `related: [{}]`", id);
}

std::string as_item(const FoundFault& found, const Context& context) {
  if (const std::string link = as_link(found, context); !link.empty()) return link;
  const auto* row = found.fault.row;
  const auto* block = row == nullptr ? nullptr : block_of(*row);
  const Field* field = block == nullptr ? nullptr : field_for(*block, meant(found), context);
  if (field == nullptr) return "write `key: value` lines below it, or { } with pairs";
  const auto value = field->meta.must_seal ? std::string("…") : written(found);
  return row->type->shape == Shape::list
             ? fmt::format("write `- {}: {}` on a line below `{}:`", field->name, value, row->name)
             : fmt::format("write `{}: {{{}: {}}}`", row->name, field->name, value);
}

std::string as_list(const FoundFault& found, const Context& context) {
  const auto* row = found.fault.row;
  if (is_mapping(found)) return "begin each item with `- `";
  if (row != nullptr && block_of(*row) != nullptr)
    return first_of(found) == '{' ? "write it in brackets: [{…}]" : as_item(found, context);
  const auto value = written(found);
  return value == "…" ? "write it in brackets: [ ]" : fmt::format("write [{}]", value);
}

/// A list of plain values, written without brackets.
void fix_list(const FoundFault& found, const Context& context, Finding& finding) {
  const auto* row = found.fault.row;
  const bool is_scalar = row != nullptr && block_of(*row) == nullptr && !is_mapping(found) &&
                         first_of(found) != '{' && !spelled(found).empty();
  const std::string items = is_scalar ? as_items(spelled(found), *row) : std::string{};
  if (!items.empty())
    finding.fix(hides(found) ? "write each item in [ ]" : "write " + items, items);
  else if (is_scalar && spelled(found).find_first_of("|>{}[],\n") == std::string_view::npos)
    finding.fix(as_list(found, context), fmt::format("[{}]", spelled(found)));
  else
    finding.fix(as_list(found, context));
}

bool is_item(const FoundFault& found) {
  return found.fault.row != nullptr && found.fault.row->type->shape == Shape::list;
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A field has a list, a block or a single value where another of these is needed",
    .help =
        "Every field has one shape: a single value, a list in [ ] or with dashes, or a block of "
        "fields. rapport-records(5) shows which.",
    .example = "themes: environment",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context& context, Report& report) {
          const auto field =
              found.fault.row == nullptr ? std::string_view("this") : found.fault.row->name;
          const bool of_blocks =
              found.fault.row != nullptr && block_of(*found.fault.row) != nullptr;
          if (found.fault.code == FaultCode(value::Problem::not_a_list))
            fix_list(found, context,
                     report.add(place_of(found), fmt::format("'{}' takes a list{}", field,
                                                             of_blocks ? " of blocks" : "")));
          else if (found.fault.code == FaultCode(value::Problem::not_a_block))
            report
                .add(place_of(found),
                     is_item(found) ? fmt::format("an item of '{}' is a block of fields", field)
                                    : fmt::format("'{}' takes a block of fields", field))
                .fix(as_item(found, context));
          else
            report.add(place_of(found), fmt::format("'{}' takes one value", field))
                .fix("write a single value");
        },
};

}  // namespace rapport::rules::wrong_type_rule
