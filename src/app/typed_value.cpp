#include "app/typed_value.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/record_path.hpp"
#include "yaml/tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using value::Field;
using value::Shape;
using yaml::Kind;
using yaml::Value;

base::Result<Value> read_brackets(std::string_view typed) {
  const std::string text = fmt::format("v: {}\n", typed);
  yaml::Tree tree;
  const bool is_one_line = typed.find('\n') == typed.npos;
  const yaml::Parsed parsed = is_one_line ? yaml::parse(text, tree) : yaml::Parsed{};
  if (!is_one_line || parsed.error.problem != yaml::Problem::none || tree.nodes.size() < 2)
    return Failure{Failing::usage,
                   fmt::format("'{}' cannot be read as YAML", base::printable(typed)),
                   "as in '{channel: signal, value: \"+41 22 917 0000\"}' or '[one, two]'; put "
                   "quotes around what contains a comma, ': ' or a bracket"};
  return yaml::value_of(text, tree, 1);
}

/// Items are written in block form, as the tables' own canonical form has them.
void normalize(Value& value) {
  value.text = base::nfc(value.text);
  if (value.kind == Kind::mapping) value.in_brackets = false;
  for (Value& child : value.children) normalize(child);
}

std::size_t rank(const value::Type& block, std::string_view key) {
  const auto rows = block.rows().rows;
  return static_cast<std::size_t>(std::ranges::find(rows, key, &Field::name) - rows.begin());
}

void sort_keys(Value& mapping, const value::Type& block) {
  Value sorted{.kind = Kind::mapping};
  std::vector<std::size_t> order(mapping.keys.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return rank(block, mapping.keys[i]); });
  for (const std::size_t i : order) yaml::put(sorted, mapping.keys[i], mapping.children[i]);
  mapping = std::move(sorted);
}

/// "c" of c3: the letters that the keys of these items begin with, else that of what the list's
/// name is about, as in alleged_victims.
std::string key_prefix(const Field& field, const Value* list) {
  if (list != nullptr)
    for (const Value& item : list->children)
      if (const Value* key = find_child(item, "key")) {
        const auto digits = key->text.find_first_of("0123456789");
        if (digits != 0 && digits != std::string::npos) return key->text.substr(0, digits);
      }
  const std::string_view name = field.meta.singular.empty() ? field.name : field.meta.singular;
  return std::string(name.substr(name.rfind('_') + 1, 1));
}

/// One more than the highest there is: a key that was removed may still be referred to elsewhere.
std::string free_key(const Field& field, const Value* list) {
  const std::string prefix = key_prefix(field, list);
  int highest = 0;
  if (list != nullptr)
    for (const Value& item : list->children)
      if (const Value* key = find_child(item, "key"); key && key->text.starts_with(prefix)) {
        int number = 0;
        std::from_chars(key->text.data() + prefix.size(), key->text.data() + key->text.size(),
                        number);
        highest = std::max(highest, number);
      }
  return fmt::format("{}{}", prefix, highest + 1);
}

/// Words, codes and ids hold no comma. A text may: there only a comma without a space behind it
/// stands between two.
std::vector<std::string_view> items_of(const value::Type& element, std::string_view typed) {
  if (element.shape == Shape::block && typed.starts_with('{')) return {typed};
  std::vector<std::string_view> items;
  std::size_t start = 0;
  for (std::size_t at = 0; at <= typed.size(); ++at) {
    const bool is_end = at == typed.size();
    if (!is_end && typed[at] != ',') continue;
    const bool is_in_text =
        !is_end && element.shape == Shape::text && at + 1 < typed.size() && typed[at + 1] == ' ';
    if (is_in_text) continue;
    items.push_back(base::trim(typed.substr(start, at - start)));
    start = at + 1;
  }
  return items;
}

bool is_list_of_blocks(const value::Type& type) {
  return type.shape == Shape::list && type.element->shape == Shape::block;
}

Failure needs_braces(const Field& field, std::string_view typed) {
  std::string what = fmt::format("'{}' has fields of its own, and '{}' is a single value",
                                 field.name, base::printable(typed));
  if (field.type->shape == Shape::list)
    return {Failing::usage, std::move(what),
            fmt::format("write '{}+={{field: value, …}}'", field.name)};
  return {Failing::usage, std::move(what),
          fmt::format("write '{}={{field: value, …}}', or one field as in {}.FIELD=VALUE",
                      field.name, field.name)};
}

/// The record that a new item is about, where that is all it has to say; null: it says more.
const Field* record_of_item(const value::Type& element) {
  const auto rows = element.rows().rows;
  const bool says_more = std::ranges::any_of(
      rows, [](const Field& row) { return row.meta.required && row.name != "key"; });
  const auto found =
      std::ranges::find(rows, Shape::ref, [](const Field& row) { return row.type->shape; });
  return says_more || found == rows.end() ? nullptr : &*found;
}

}  // namespace

void complete_item(Value& item, const Field& field, const Value* list) {
  if (item.kind != Kind::mapping) return;
  const value::Type& element = *field.type->element;
  const Field* const key = field_named(&element, "key");
  if (key != nullptr && key->meta.required && find_child(item, "key") == nullptr)
    yaml::put(item, "key", yaml::text_value(free_key(field, list)));
  sort_keys(item, element);
}

base::Result<Value> typed_item(const Field& field, std::string_view typed, ItemName word) {
  const value::Type& element = *field.type->element;
  if (element.shape != Shape::block) return yaml::text_value(base::nfc(typed));
  if (typed.starts_with('{')) {
    auto value = read_brackets(typed);
    if (value) normalize(*value);
    return value;
  }
  const Field* name = model::item_name(element);
  if (name != nullptr && name->name == "key" && word == ItemName::record)
    name = record_of_item(element);
  if (name == nullptr || typed.starts_with('[')) return needs_braces(field, typed);
  Value item{.kind = Kind::mapping};
  yaml::put(item, name->name, yaml::text_value(base::nfc(typed)));
  return item;
}

base::Result<Value> typed_value(const Field& field, std::string_view typed, ItemName word) {
  const value::Type& type = *field.type;
  if (type.shape == Shape::block && !typed.starts_with('{')) return needs_braces(field, typed);
  if (type.shape == Shape::block || (type.shape == Shape::list && typed.starts_with('['))) {
    auto value = read_brackets(typed);
    if (!value) return value;
    normalize(*value);
    if (type.shape == Shape::block) sort_keys(*value, type);
    if (is_list_of_blocks(type)) value->in_brackets = false;
    return value;
  }
  if (type.shape != Shape::list) return yaml::text_value(base::nfc(typed));
  std::vector<Value> items;
  for (const std::string_view part : items_of(*type.element, typed)) {
    auto item = typed_item(field, part, word);
    if (!item) return item;
    items.push_back(std::move(*item));
  }
  return yaml::list_value(std::move(items));
}

std::string shown_value(const Value& value) {
  constexpr std::size_t most = 72;
  std::string text = value.kind == Kind::scalar ? value.text : yaml::write_flow(value);
  text = base::replace_all(text, "\n", " ");
  std::string shown = base::printable(base::trim(text));
  if (base::width(shown) > most) shown = std::string(base::fit(shown, most - 1)) + "…";
  return shown;
}

}  // namespace rapport::app
