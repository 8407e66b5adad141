#include "app/merge_repeats.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace rapport::app {
namespace {

using value::Field;
using value::Shape;
using yaml::Kind;
using yaml::Operation;
using yaml::Path;
using yaml::Value;

/// How sure a status is: what was is surer than what was planned.
int sureness(std::string_view status) {
  if (status.empty()) return 0;
  if (status == "invited") return 1;
  return status == "confirmed" ? 2 : 3;
}

/// The entry that says what both say; nothing when they do not agree.
bool agree(const Value& one, const Value& other) {
  for (std::size_t i = 0; i < one.keys.size(); ++i) {
    const Value* const there = find_child(other, one.keys[i]);
    if (there == nullptr || *there == one.children[i]) continue;
    if (one.keys[i] != "status") return false;
    if (sureness(there->text) == sureness(one.children[i].text)) return false;
  }
  return true;
}

class Repeats {
 public:
  explicit Repeats(std::string_view id) : id_(id) {}

  void look_at(const Value& value, const value::Type& type, const Path& path) {
    if (value.kind == Kind::list && type.element != nullptr) {
      const value::Type& element = *type.element;
      for (std::size_t i = value.children.size(); i-- > 0;)
        look_at(value.children[i], element, below(path, {.key = {}, .item = i}));
      look_at_list(value, element, path);
    } else if (value.kind == Kind::mapping && type.rows != nullptr) {
      for (const Field& row : type.rows().rows)
        if (const Value* const child = find_child(value, row.name))
          look_at(*child, *row.type, below(path, {.key = std::string(row.name)}));
    }
  }

  std::vector<Operation> operations = {};

 private:
  static Path below(Path path, yaml::Step step) {
    path.push_back(std::move(step));
    return path;
  }

  void look_at_list(const Value& list, const value::Type& element, const Path& path) {
    std::size_t first = list.children.size();
    std::vector<std::size_t> gone;
    for (std::size_t i = 0; i < list.children.size(); ++i) {
      if (!is_of_id(list.children[i], element)) continue;
      if (first == list.children.size()) {
        first = i;
        continue;
      }
      if (list.children[i].kind == Kind::mapping) {
        if (!agree(list.children[first], list.children[i])) continue;
        fill(list.children[first], list.children[i], below(path, {.key = {}, .item = first}));
      }
      gone.push_back(i);
    }
    for (auto item = gone.rbegin(); item != gone.rend(); ++item)
      operations.push_back(
          {.kind = Operation::Kind::remove, .at = below(path, {.key = {}, .item = *item})});
  }

  bool is_of_id(const Value& item, const value::Type& element) const {
    if (element.shape == Shape::ref || element.shape == Shape::pattern) return item.text == id_;
    if (element.rows == nullptr || item.kind != Kind::mapping) return false;
    const Field& first = element.rows().rows.front();
    if (first.type->shape != Shape::ref) return false;
    const Value* const ref = find_child(item, first.name);
    return ref != nullptr && ref->text == id_;
  }

  void fill(const Value& into, const Value& from, const Path& path) {
    for (std::size_t i = 0; i < from.keys.size(); ++i) {
      const Value* const there = find_child(into, from.keys[i]);
      if (there != nullptr &&
          (*there == from.children[i] || sureness(there->text) > sureness(from.children[i].text)))
        continue;
      operations.push_back({.kind = Operation::Kind::set,
                            .at = below(path, {.key = from.keys[i]}),
                            .value = from.children[i]});
    }
  }

  std::string_view id_;
};

}  // namespace

std::vector<Operation> without_repeats(const Value& root, const value::Type& type,
                                       std::string_view id) {
  Repeats repeats(id);
  repeats.look_at(root, type, {});
  return std::move(repeats.operations);
}

}  // namespace rapport::app
