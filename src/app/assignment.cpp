#include "app/assignment.hpp"

#include "app/list_item.hpp"
#include "app/typed_value.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/record_path.hpp"
#include "yaml/tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rapport::app {
namespace {

using base::Done;
using base::Failing;
using base::Failure;
using value::Shape;
using yaml::Operation;
using yaml::Value;

using AssignmentKind = Assignment::Kind;

std::string_view sign_of(AssignmentKind kind) {
  if (kind == AssignmentKind::add) return "+=";
  return kind == AssignmentKind::take ? "-=" : "=";
}

const value::Field* field_at(const value::Type& record, std::string_view name) {
  const auto rows = record.rows().rows;
  const auto found = std::ranges::find(rows, name, &value::Field::name);
  return found == rows.end() ? nullptr : &*found;
}

std::string_view first_word(std::string_view path) {
  return path.substr(0, path.find_first_of(".["));
}

void complete_items(Value& list, const value::Field& field) {
  Value done = yaml::list_value({});
  for (Value& item : list.children) {
    complete_item(item, field, &done);
    done.children.push_back(std::move(item));
  }
  list.children = std::move(done.children);
}

bool is_list(const model::RecordPath& path) { return path.type().shape == Shape::list; }

bool is_within(const yaml::Path& path, const yaml::Path& outer) {
  const auto is_same = [](const yaml::Step& left, const yaml::Step& right) {
    return left.key == right.key && left.item == right.item;
  };
  return path.size() >= outer.size() &&
         std::equal(outer.begin(), outer.end(), path.begin(), is_same);
}

/// Neither overwritten nor dropped: which of the two is right is not known here.
Failure says_other(std::string_view path, const Value& item, const value::Type& element) {
  const std::string name = name_of(item, element);
  const value::Field* const by = model::item_name(element);
  std::string hint = fmt::format("{}.{}.FIELD=VALUE changes it", path, name);
  if (by->name == "key") hint += "; without `key` a new item gets a key of its own";
  return {Failing::usage,
          fmt::format("{} has '{}' already, and it says something else", path, name),
          std::move(hint)};
}

Failure not_one(std::string_view path, const Value& item, const value::Type& element,
                std::span<const std::size_t> found) {
  return {Failing::usage,
          fmt::format("{} has {} items '{}'", path, found.size(), name_of(item, element)),
          fmt::format("by its number: --unset '{}[{}]' removes the last of them", path,
                      found.back() + 1)};
}

Failure no_list(std::string_view path) {
  return {Failing::usage, fmt::format("'{}' is no list", path),
          fmt::format("write {}=VALUE to replace it", path)};
}

}  // namespace

std::string Assignment::typed() const {
  Value shown = yaml::text_value(value);
  return fmt::format("{}{}{}", base::printable(path), sign_of(kind), shown_value(shown));
}

bool is_assignment(std::string_view word) { return word.find('=') != word.npos; }

base::Result<Assignment> parse_assignment(std::string_view word) {
  const auto equals = word.find('=');
  auto path = word.substr(0, equals);
  Assignment assignment{
      .kind = AssignmentKind::set, .path = {}, .value = std::string(word.substr(equals + 1))};
  if (path.ends_with('+')) assignment.kind = AssignmentKind::add;
  if (path.ends_with('-')) assignment.kind = AssignmentKind::take;
  if (assignment.kind != AssignmentKind::set) path.remove_suffix(1);
  if (path.empty() || base::trim(path) != path)
    return Failure{Failing::usage,
                   fmt::format("'{}' does not begin with a field", base::printable(word)),
                   "FIELD=VALUE, without spaces around '=', such as country=HND or "
                   "themes+=land-rights"};
  assignment.path = path;
  if (!assignment.value.empty()) return assignment;
  if (assignment.kind != AssignmentKind::set)
    return Failure{Failing::usage, fmt::format("nothing is behind '{}'", base::printable(word)),
                   fmt::format("{}=  removes the field", base::printable(path))};
  assignment.kind = AssignmentKind::clear;
  return assignment;
}

const Value* find_value(const Value& root, std::span<const yaml::Step> path) {
  const Value* value = &root;
  for (const yaml::Step& step : path) {
    if (!step.key.empty())
      value = find_child(*value, step.key);
    else
      value = step.item < value->children.size() ? &value->children[step.item] : nullptr;
    if (value == nullptr) return nullptr;
  }
  return value;
}

RecordEditor::RecordEditor(std::string id, const value::Type& type, std::string text,
                           Inherited inherited)
    : id_(std::move(id)),
      type_(type),
      before_(text),
      text_(std::move(text)),
      inherited_(std::move(inherited)) {
  static_cast<void>(read());
}

Done RecordEditor::read() {
  yaml::Tree tree;
  const yaml::Parsed parsed = yaml::parse(text_, tree);
  if (parsed.error.problem != yaml::Problem::none)
    return Failure{Failing::data, fmt::format("'{}' cannot be read", id_), "rapport validate"};
  root_ = yaml::value_of(text_, tree);
  return base::done();
}

Done RecordEditor::make(Operation operation, std::string line) {
  auto patched = yaml::patch(text_, std::vector{std::move(operation)}, model::table_order(type_));
  if (!patched) return patched.failure();
  text_ = std::move(*patched);
  if (!line.empty()) lines_.push_back(std::move(line));
  return read();
}

Done RecordEditor::make(const Assignment& assignment) {
  if (auto checked = check_path(assignment); !checked) return checked;
  const bool keeps_value =
      assignment.kind == AssignmentKind::add || assignment.kind == AssignmentKind::take ||
      assignment.path.find('.', assignment.path.starts_with("communication.") ? 14 : 0) !=
          std::string::npos;
  const std::string before = text_;
  const std::size_t followed = detached_.size();
  if (auto detached = detach(assignment.path, keeps_value); !detached) return detached;
  const std::string alone = text_;
  if (auto made = change(assignment); !made) return made;
  if (text_ != alone || text_ == before) return base::done();
  // What it took from another record said that already: it goes on following it.
  text_ = before;
  detached_.resize(followed);
  return read();
}

Done RecordEditor::change(const Assignment& assignment) {
  switch (assignment.kind) {
    case AssignmentKind::set:
      return set(assignment);
    case AssignmentKind::add:
      return add(assignment);
    case AssignmentKind::take:
      return take(assignment);
    case AssignmentKind::clear:
      return clear(assignment);
  }
  return base::done();
}

/// What only grows grows by a command of its own.
Done RecordEditor::check_path(const Assignment& assignment) const {
  const auto* const field = field_at(type_, first_word(assignment.path));
  if (field == nullptr || !field->meta.only_grows) return base::done();
  return Failure{Failing::usage,
                 fmt::format("{} is a list of acts, which are only ever added", field->name),
                 fmt::format("`rapport {0} {1} given …` adds one; so do narrowed, refused and "
                             "withdrawn",
                             field->name, id_)};
}

/// Of two values of one field the last would win, and the first be lost.
Done RecordEditor::keep_earlier(const Assignment& assignment, const yaml::Path& path) {
  const bool replaces =
      assignment.kind == AssignmentKind::set || assignment.kind == AssignmentKind::clear;
  for (const Made& earlier : made_) {
    const bool is_part = earlier.assignment.kind == AssignmentKind::set &&
                         is_within(path, earlier.path) && find_value(root_, path) != nullptr;
    if (!replaces || !(is_part || is_within(earlier.path, path))) continue;
    return Failure{Failing::usage,
                   fmt::format("'{}' gets two values: {} and {}", base::printable(assignment.path),
                               earlier.assignment.typed(), assignment.typed()),
                   "give one of them; += adds to a list"};
  }
  made_.push_back({assignment, path});
  return base::done();
}

/// From here on the record says it itself.
Done RecordEditor::detach(std::string_view path, bool keeps_value) {
  if (!inherited_) return base::done();
  yaml::Path steps;
  for (const auto word : base::split(path, '.')) {
    steps.push_back({.key = std::string(word.substr(0, word.find('[')))});
    if (find_value(root_, steps) != nullptr) continue;
    const auto value = inherited_(steps);
    if (!value) continue;
    detached_.push_back(steps.back().key);
    if (!keeps_value) return base::done();
    return make({.kind = Operation::Kind::set, .at = steps, .value = *value});
  }
  return base::done();
}

Done RecordEditor::set(const Assignment& assignment) {
  const auto path = model::find_path(assignment.path, type_, root_);
  if (!path) return path.failure();
  if (auto kept = keep_earlier(assignment, path->steps); !kept) return kept;
  if (path->is_item && path->type().shape == Shape::block)
    return Failure{Failing::usage,
                   fmt::format("'{}' is an item with fields of its own", assignment.path),
                   fmt::format("write {}.FIELD=VALUE", assignment.path)};
  auto value = path->is_item ? typed_item(*path->field, assignment.value, ItemName::record)
                             : typed_value(*path->field, assignment.value, ItemName::record);
  if (!value) return value.failure();
  if (value->kind == yaml::Kind::list) complete_items(*value, *path->field);
  const Value* const old = find_value(root_, path->steps);
  const std::string name = model::spell(path->steps, type_, root_);
  if (old != nullptr && *old == *value) {
    unchanged_.push_back(fmt::format("{} is {} already", name, shown_value(*value)));
    return base::done();
  }
  std::string line = fmt::format("{}: {}", name, shown_value(*value));
  if (old != nullptr && !old->is_empty) line += fmt::format(" (was {})", shown_value(*old));
  return make({.kind = Operation::Kind::set, .at = path->steps, .value = std::move(*value)},
              std::move(line));
}

Done RecordEditor::add(const Assignment& assignment) {
  const auto path = model::find_path(assignment.path, type_, root_);
  if (!path) return path.failure();
  if (auto kept = keep_earlier(assignment, path->steps); !kept) return kept;
  if (!is_list(*path)) return no_list(assignment.path);
  auto typed = typed_value(*path->field, assignment.value, ItemName::record);
  if (!typed) return typed.failure();
  for (Value& item : typed->children) {
    const Value* const list = find_value(root_, path->steps);
    complete_item(item, *path->field, list);
    const value::Type& element = *path->type().element;
    const Presence presence = list == nullptr ? Presence::none : presence_of(*list, item, element);
    if (presence == Presence::other) return says_other(assignment.path, item, element);
    if (presence == Presence::same) {
      unchanged_.push_back(fmt::format("{} has {} already", assignment.path, shown_value(item)));
      continue;
    }
    if (auto made = make({.kind = Operation::Kind::append, .at = path->steps, .value = item},
                         fmt::format("{}: added {}", assignment.path, shown_value(item)));
        !made)
      return made;
  }
  return base::done();
}

Done RecordEditor::take(const Assignment& assignment) {
  const auto path = model::find_path(assignment.path, type_, root_);
  if (!path) return path.failure();
  if (auto kept = keep_earlier(assignment, path->steps); !kept) return kept;
  if (!is_list(*path)) return no_list(assignment.path);
  const value::Type& element = *path->type().element;
  const auto typed = typed_value(*path->field, assignment.value, ItemName::key);
  if (!typed) return typed.failure();
  for (const Value& item : typed->children) {
    const Value* const list = find_value(root_, path->steps);
    const auto found =
        list == nullptr ? std::vector<std::size_t>() : find_items(*list, item, element);
    if (found.empty()) {
      unchanged_.push_back(fmt::format("{} has no {}", assignment.path, name_of(item, element)));
      continue;
    }
    if (found.size() > 1) return not_one(assignment.path, item, element, found);
    std::string line =
        fmt::format("{}: removed {}", assignment.path, shown_value(list->children[found.front()]));
    yaml::Path at = path->steps;
    // Of a list nothing is left when its last item goes.
    if (list->children.size() > 1) at.push_back({.item = found.front()});
    if (auto made = make({.kind = Operation::Kind::remove, .at = at}, std::move(line)); !made)
      return made;
  }
  return base::done();
}

Done RecordEditor::clear(const Assignment& assignment) {
  const auto path = model::find_path(assignment.path, type_, root_);
  if (!path) return path.failure();
  if (auto kept = keep_earlier(assignment, path->steps); !kept) return kept;
  const Value* const old = find_value(root_, path->steps);
  if (old == nullptr) {
    unchanged_.push_back(fmt::format("there is no {}", assignment.path));
    return base::done();
  }
  std::string line =
      fmt::format("{}: removed {}", model::spell(path->steps, type_, root_), shown_value(*old));
  return make({.kind = Operation::Kind::remove, .at = path->steps}, std::move(line));
}

}  // namespace rapport::app
