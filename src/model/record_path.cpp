#include "model/record_path.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/misnomer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace rapport::model {
namespace {

using base::Failing;
using base::Failure;
using value::Field;
using value::Shape;
using value::Type;
using yaml::Value;

/// What an item is called; empty when it has no name.
std::string_view name_of(const Value& item, const Type& type) {
  if (item.kind == yaml::Kind::scalar) return item.text;
  const Field* const name = item_name(type);
  const Value* const text = name == nullptr ? nullptr : find_child(item, name->name);
  return text == nullptr ? std::string_view{} : std::string_view(text->text);
}

bool is_only_one(const Value& list, const Type& type, std::string_view name) {
  return std::ranges::count_if(list.children,
                               [&](const Value& item) { return name_of(item, type) == name; }) == 1;
}

/// A word that a path can hold between its dots.
bool can_stand_in_path(std::string_view name) {
  return !name.empty() && name.find_first_of(".[]= \n") == name.npos;
}

Failure no_field(std::string_view name, const Type& block, std::string_view before) {
  const std::string where = before.empty() ? "" : fmt::format(" in '{}'", before);
  std::vector<std::string_view> names;
  for (const Field& row : block.rows().rows) names.push_back(row.name);
  std::string_view near = base::nearest(name, names);
  if (near.empty()) near = meant_field(block, name);
  return {Failing::usage, fmt::format("there is no field '{}'{}", base::printable(name), where),
          near.empty() ? fmt::format("there are: {}", base::join(names, ", "))
                       : fmt::format("did you mean '{}'?", near)};
}

Failure no_item(std::string_view said, std::string_view list_path, const Value* list,
                const Type& type) {
  std::vector<std::string> names;
  constexpr std::size_t most = 12;
  const std::size_t count = list == nullptr ? 0 : list->children.size();
  for (std::size_t i = 0; i < std::min(count, most); ++i) {
    const auto name = name_of(list->children[i], type);
    names.push_back(can_stand_in_path(name) && is_only_one(*list, type, name)
                        ? base::printable(name)
                        : fmt::format("[{}]", i + 1));
  }
  if (count > most) names.emplace_back("…");
  return {Failing::usage,
          fmt::format("there is no item '{}' in '{}'", base::printable(said), list_path),
          names.empty() ? fmt::format("'{}' has no items yet", list_path)
                        : fmt::format("there are: {}", base::join(names, ", "))};
}

/// The number of the item that `said` names, by its name or as [n].
std::optional<std::size_t> find_item(std::string_view said, const Value& list, const Type& type) {
  if (said.starts_with('[') && said.ends_with(']')) {
    std::size_t number = 0;
    const auto digits = said.substr(1, said.size() - 2);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool is_number = error == std::errc{} && end == digits.data() + digits.size();
    if (!is_number || number == 0 || number > list.children.size()) return std::nullopt;
    return number - 1;
  }
  if (!is_only_one(list, type, said)) return std::nullopt;
  const auto found = std::ranges::find_if(
      list.children, [&](const Value& item) { return name_of(item, type) == said; });
  return static_cast<std::size_t>(found - list.children.begin());
}

/// The words between the dots; `steps[2]` is two of them.
std::vector<std::string_view> words_of(std::string_view typed) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at <= typed.size();) {
    std::size_t end = typed.find_first_of(".[", at + 1);
    if (end == typed.npos) end = typed.size();
    words.push_back(typed.substr(at, end - at));
    at = end == typed.size() || typed[end] == '.' ? end + 1 : end;
  }
  return words;
}

}  // namespace

const Field* item_name(const Type& item) {
  if (const Field* const key = field_named(&item, "key")) return key;
  if (item.rows == nullptr) return nullptr;
  const auto rows = item.rows().rows;
  const auto found = std::ranges::find_if(rows, [](const Field& row) {
    return row.type->shape == Shape::ref || row.type->shape == Shape::code;
  });
  return found == rows.end() ? nullptr : &*found;
}

base::Result<RecordPath> find_path(std::string_view typed, const Type& record, const Value& root) {
  RecordPath path;
  const Type* type = &record;
  const Value* value = &root;
  for (const std::string_view word : words_of(typed)) {
    const auto before = typed.substr(0, static_cast<std::size_t>(word.data() - typed.data()));
    const auto outer = before.substr(
        0, before.empty() || !before.ends_with('.') ? before.size() : before.size() - 1);
    if (type->shape == Shape::list) {
      const Type& element = *type->element;
      const auto item = value == nullptr ? std::nullopt : find_item(word, *value, element);
      if (!item) return no_item(word, outer, value, element);
      path.steps.push_back({.item = *item});
      path.is_item = true;
      value = &value->children[*item];
      type = &element;
      continue;
    }
    if (type->rows == nullptr)
      return Failure{Failing::usage, fmt::format("'{}' is a single value and has no fields", outer),
                     fmt::format("write {}=VALUE", outer)};
    const Field* const field = field_named(type, word);
    if (field == nullptr) return no_field(word, *type, outer);
    path.steps.push_back({.key = std::string(word)});
    path.field = field;
    path.is_item = false;
    if (value != nullptr) value = find_child(*value, word);
    type = field->type;
  }
  return path;
}

std::string spell(const yaml::Path& steps, const Type& record, const Value& root) {
  std::string out;
  const Type* type = &record;
  const Value* value = &root;
  for (const yaml::Step& step : steps) {
    if (!step.key.empty()) {
      if (!out.empty()) out += '.';
      out += step.key;
      const Field* const field = type == nullptr ? nullptr : field_named(type, step.key);
      type = field == nullptr ? nullptr : field->type;
      if (value != nullptr) value = find_child(*value, step.key);
      continue;
    }
    const bool is_there = value != nullptr && step.item < value->children.size();
    const Type* const element = type == nullptr ? nullptr : type->element;
    const auto name = is_there && element != nullptr ? name_of(value->children[step.item], *element)
                                                     : std::string_view{};
    if (can_stand_in_path(name) && is_only_one(*value, *element, name))
      out += fmt::format(".{}", name);
    else
      out += fmt::format("[{}]", step.item + 1);
    value = is_there ? &value->children[step.item] : nullptr;
    type = element;
  }
  return out;
}

yaml::Order table_order(const Type& record) {
  return [&record](std::span<const yaml::Step> mapping, std::string_view key) -> std::size_t {
    const Type* type = &record;
    for (const yaml::Step& step : mapping) {
      const Field* const field = step.key.empty() ? nullptr : field_named(type, step.key);
      type = step.key.empty() ? type->element : field == nullptr ? nullptr : field->type;
      if (type == nullptr) return 0;
    }
    if (type->rows == nullptr) return 0;
    const auto rows = type->rows().rows;
    return static_cast<std::size_t>(std::ranges::find(rows, key, &Field::name) - rows.begin());
  };
}

}  // namespace rapport::model
