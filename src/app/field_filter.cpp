#include "app/field_filter.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/align.hpp"
#include "model/record_type.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <span>

namespace rapport::app {
namespace {

using model::FieldChange;
using value::Field;
using value::Type;
using yaml::Kind;
using yaml::Value;
using Names = std::span<const std::string>;

const Field* field_called(const Type& block, std::string_view name) {
  const auto rows = block.rows().rows;
  const auto found = std::ranges::find_if(rows, [&](const Field& field) {
    return field.name == name || (!name.empty() && field.meta.singular == name);
  });
  return found == rows.end() ? nullptr : &*found;
}

/// Replaces singulars by the names of fields. Which name was no field, or none.
std::optional<std::size_t> resolve(std::vector<std::string>& names, const Type& record,
                                   const Type*& where) {
  const Type* type = &record;
  for (std::size_t i = 0; i < names.size(); ++i) {
    where = type;
    const Type* const block = type->element != nullptr ? type->element : type;
    if (block->rows == nullptr) {
      if (type->element == nullptr || i + 1 != names.size()) return i;
      return std::nullopt;  // an item of a list of words
    }
    if (const Field* field = field_called(*block, names[i])) {
      names[i] = field->name;
      type = field->type;
    } else if (type->element != nullptr) {
      type = type->element;  // the key of an item
    } else {
      return i;
    }
  }
  return std::nullopt;
}

std::vector<std::string> names_in_path(std::string_view path) {
  std::vector<std::string> names;
  const std::string separated = base::replace_all(path, "[", ".[");
  for (const auto part : base::split(separated, '.'))
    if (!part.empty()) names.emplace_back(part);
  return names;
}

/// A part of a value, by what is written behind the value's own path.
using Parts = std::map<std::string, const Value*>;

void find_parts(const Value& value, const Type* type, Names names, const std::string& path,
                Parts& into) {
  if (names.empty()) {
    into[path] = &value;
    return;
  }
  for (std::size_t i = 0; i < value.children.size(); ++i) {
    const Value& child = value.children[i];
    if (value.kind == Kind::mapping) {
      const Field* const field = value::field_named(type, value.keys[i]);
      if (value.keys[i] == names.front())
        find_parts(child, field == nullptr ? nullptr : field->type, names.subspan(1),
                   fmt::format("{}.{}", path, value.keys[i]), into);
      continue;
    }
    const Type* const element = type == nullptr ? nullptr : type->element;
    const std::string number = fmt::format("[{}]", i + 1);
    std::string name(model::identity_of(child, element));
    const bool is_named = (child.kind == Kind::scalar ? child.text : name) == names.front() ||
                          number == names.front();
    const std::string at = path + (name.empty() ? number : "." + name);
    if (is_named)
      find_parts(child, element, names.subspan(1), at, into);
    else if (child.kind != Kind::scalar)
      find_parts(child, element, names, at, into);
  }
}

/// A field's own fields only when its name is typed already: all at once are too many to read.
void add_fields(const Type& block, const std::string& before, std::string_view typed,
                std::vector<std::string>& into) {
  for (const Field& field : block.rows().rows) {
    const std::string path = before + std::string(field.name);
    if (path.starts_with(typed)) into.push_back(path);
    const Type* const inner = field.type->element != nullptr ? field.type->element : field.type;
    if (inner->rows != nullptr && typed.starts_with(path))
      add_fields(*inner, path + ".", typed, into);
  }
}

const Type* type_of_change(const FieldChange& change) {
  if (change.field == nullptr) return nullptr;
  const bool is_item = change.at.back().key.empty();
  return is_item ? change.field->type->element : change.field->type;
}

}  // namespace

std::vector<std::string> filterable_fields(std::string_view typed) {
  std::vector<std::string> found;
  for (const Type* record :
       {&model::partner_type(), &model::engagement_type(), &model::office_type()})
    add_fields(*record, {}, typed, found);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

base::Result<FieldFilter> FieldFilter::parse(std::string_view typed) {
  std::string wrong;
  std::size_t furthest = 0;
  std::vector<std::string_view> known;
  for (const Type* record :
       {&model::partner_type(), &model::engagement_type(), &model::office_type()}) {
    FieldFilter filter;
    filter.names_ = names_in_path(typed);
    const Type* where = record;
    const auto at = resolve(filter.names_, *record, where);
    if (!at && !filter.names_.empty()) return filter;
    if (at.value_or(0) < furthest || filter.names_.empty()) continue;
    if (at.value_or(0) > furthest) known.clear();
    furthest = at.value_or(0);
    wrong = filter.names_[furthest];
    const Type* const block = where->element != nullptr ? where->element : where;
    if (block->rows != nullptr)
      for (const Field& field : block->rows().rows)
        for (const auto name : {field.name, field.meta.singular})
          if (!name.empty()) known.push_back(name);
  }
  const auto near = base::nearest(wrong, known);
  return base::Failure{base::Failing::usage, fmt::format("no field '{}'", base::printable(typed)),
                       near.empty() ? "rapport-records(5) lists the fields"
                                    : fmt::format("did you mean '{}'?", near)};
}

std::vector<FieldChange> FieldFilter::narrow(const FieldChange& change) const {
  const auto said = names_in_path(change.spelled);
  std::size_t used = 0;
  for (std::size_t i = 0; i < said.size() && used < names_.size(); ++i) {
    const bool is_item = i < change.at.size() && change.at[i].key.empty();
    if (said[i] == names_[used])
      ++used;
    else if (!is_item)
      return {};
  }
  const Names left = Names(names_).subspan(used);
  const Value* const item = change.after ? &*change.after : &*change.before;
  const bool is_named_word =
      left.size() == 1 && item->kind == Kind::scalar && item->text == left[0];
  if (left.empty() || is_named_word) return {change};
  if (change.moved_from) return {};
  Parts before;
  Parts after;
  const Type* const type = type_of_change(change);
  if (change.before) find_parts(*change.before, type, left, {}, before);
  if (change.after) find_parts(*change.after, type, left, {}, after);
  std::vector<FieldChange> found;
  for (const auto& [path, value] : after) {
    const auto was = before.find(path);
    if (was != before.end() && model::says_same(*was->second, *value)) continue;
    FieldChange& part = found.emplace_back();
    if (was != before.end()) part.before = *was->second;
    part.after = *value;
    part.spelled = change.spelled + path;
  }
  for (const auto& [path, value] : before)
    if (!after.contains(path)) {
      FieldChange& part = found.emplace_back();
      part.before = *value;
      part.spelled = change.spelled + path;
    }
  return found;
}

}  // namespace rapport::app
