#include "app/record_changes.hpp"

#include "app/change_words.hpp"
#include "base/text.hpp"
#include "model/align.hpp"
#include "model/place.hpp"
#include "model/record_type.hpp"
#include "yaml/tree.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

using model::FieldChange;
using yaml::Value;

bool has_text(const FileVersion& version) { return version.text.has_value(); }

/// None when it cannot be read to its end; an empty mapping when there was no file.
const std::optional<Value>& value_of(const FileVersion& version) {
  static const std::optional<Value> nothing = Value{.kind = yaml::Kind::mapping};
  return has_text(version) ? version.parsed->of(*version.text) : nothing;
}

ChangeLine line_of(const std::string& record, const FieldChange& change, std::string_view day) {
  return {.record = record,
          .change = sentence_of(change, day),
          .field = change.spelled,
          .before = change.before ? one_line(*change.before) : std::string(),
          .after = change.after ? one_line(*change.after) : std::string()};
}

/// A list that was added or removed whole, item by item.
std::vector<FieldChange> expanded(FieldChange change) {
  const auto& there = change.after ? change.after : change.before;
  const bool is_list = change.field != nullptr && there->kind == yaml::Kind::list &&
                       change.field->type->element != nullptr && !there->children.empty();
  if (change.before.has_value() == change.after.has_value() || !is_list) return {change};
  std::vector<FieldChange> items;
  for (std::size_t i = 0; i < there->children.size(); ++i) {
    const Value& item = there->children[i];
    FieldChange& each = items.emplace_back(change);
    each.at.push_back({{}, i});
    (change.after ? each.after : each.before) = item;
    const auto name = model::identity_of(item, change.field->type->element);
    each.spelled += name.empty() ? fmt::format("[{}]", i + 1) : fmt::format(".{}", name);
  }
  return items;
}

/// What is to be said of the file itself.
std::vector<ChangeLine> whole_file(const FileVersion& before, const FileVersion& after) {
  const std::string record = record_name(after.path);
  const auto titled = [&](const FileVersion& version) {
    const auto& value = value_of(version);
    return value && model::is_record_path(after.path) ? title_of(*value) : std::string("file");
  };
  if (!has_text(before)) return {{record, "new: " + titled(after)}};
  if (!has_text(after)) return {{record, "removed: " + titled(before)}};
  if (before.path == after.path) return {};
  const std::string old = record_name(before.path);
  if (old != record) return {{record, fmt::format("renamed from {}", old), {}, old, record}};
  return {{record,
           fmt::format("moved from {} to {}", before.path, after.path),
           {},
           before.path,
           after.path}};
}

bool is_same(const FileVersion& before, const FileVersion& after) {
  if (!has_text(before) || !has_text(after)) return has_text(before) == has_text(after);
  return *before.text == *after.text || base::replace_all(*before.text, "\r\n", "\n") ==
                                            base::replace_all(*after.text, "\r\n", "\n");
}

}  // namespace

const std::optional<Value>& ParsedText::of(std::string_view text) {
  if (!value_) value_.emplace(yaml::read_value(text));
  return *value_;
}

std::vector<view::Column> change_columns() {
  return {{.key = "record", .heading = "RECORD", .whole = true},
          {.key = "change", .heading = "CHANGE"},
          {.key = "field", .heading = "FIELD", .for_programs = true},
          {.key = "before", .heading = "BEFORE", .for_programs = true},
          {.key = "after", .heading = "AFTER", .for_programs = true}};
}

std::vector<view::Cell> change_cells(const ChangeLine& line) {
  const auto or_nothing = [](const std::string& text) {
    return text.empty() ? view::Cell{} : view::Cell{text};
  };
  return {line.record, line.change, or_nothing(line.field), or_nothing(line.before),
          or_nothing(line.after)};
}

std::string record_name(std::string_view path) {
  if (!model::is_record_path(path)) return std::string(path);
  return std::string(model::id_of_name(path.substr(path.rfind('/') + 1)));
}

std::vector<ChangeLine> compare(const FileVersion& before, const FileVersion& after,
                                const ChangeOptions& options) {
  const std::string record = record_name(after.path);
  const bool is_whole = !has_text(before) || !has_text(after);
  std::vector<ChangeLine> lines;
  if (options.field == nullptr) lines = whole_file(before, after);
  if (is_same(before, after) || (is_whole && options.field == nullptr)) return lines;
  const auto& was = value_of(before);
  const auto& is = value_of(after);
  const auto* type = model::type_at(after.path);
  if (!was || !is || type == nullptr) {
    if (options.field == nullptr)
      lines.push_back({record, "changed, but one of the two texts cannot be read as a record"});
    return lines;
  }
  const std::size_t file_lines = lines.size();
  for (const FieldChange& whole : model::changes(*was, *is, *type))
    for (const FieldChange& change : expanded(whole))
      for (const FieldChange& part :
           options.field == nullptr ? std::vector{change} : options.field->narrow(change))
        lines.push_back(line_of(record, part, options.day));
  if (lines.size() == file_lines && options.field == nullptr)
    lines.push_back({record, "only comments or layout"});
  return lines;
}

std::vector<ChangeLine> compare_merge(std::span<const FileVersion> before, const FileVersion& after,
                                      const ChangeOptions& options) {
  auto lines = compare(before.front(), after, options);
  for (const FileVersion& other : before.subspan(1)) {
    const auto differing = compare(other, after, options);
    std::erase_if(lines, [&](const ChangeLine& line) {
      return std::ranges::none_of(differing, [&](const ChangeLine& each) {
        return each.field == line.field && each.after == line.after;
      });
    });
  }
  return lines;
}

}  // namespace rapport::app
