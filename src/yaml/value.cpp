#include "yaml/value.hpp"

#include <algorithm>
#include <utility>

namespace rapport::yaml {
namespace {

Value value_at(std::string_view text, const Tree& tree, std::uint32_t node, base::Arena& arena) {
  const Node& from = tree.nodes[node];
  Value value{.kind = from.kind,
              .is_empty = from.style == Style::empty,
              .in_brackets = from.style == Style::flow};
  if (from.kind == Kind::scalar) {
    value.text = text_of(text, text.substr(from.offset, from.length), from.style, arena);
  }
  std::size_t count = 0;
  for (std::uint32_t i = node + 1; i < from.next; i = tree.nodes[i].next) ++count;
  value.children.reserve(count);
  if (from.kind == Kind::mapping) value.keys.reserve(count);
  for (std::uint32_t i = node + 1; i < from.next; i = tree.nodes[i].next) {
    if (from.kind == Kind::mapping)
      value.keys.emplace_back(text.substr(tree.nodes[i].key_offset, tree.nodes[i].key_length));
    value.children.push_back(value_at(text, tree, i, arena));
  }
  return value;
}

}  // namespace

Value text_value(std::string_view text) { return {.text = std::string(text)}; }

Value list_value(std::vector<Value> items) {
  return {.kind = Kind::list, .children = std::move(items)};
}

void put(Value& mapping, std::string_view key, Value value) {
  mapping.keys.emplace_back(key);
  mapping.children.push_back(std::move(value));
}

const Value* find_child(const Value& mapping, std::string_view key) {
  const auto found = std::ranges::find(mapping.keys, key);
  const auto index = static_cast<std::size_t>(found - mapping.keys.begin());
  return found == mapping.keys.end() ? nullptr : &mapping.children[index];
}

Value* find_child(Value& mapping, std::string_view key) {
  return const_cast<Value*>(find_child(std::as_const(mapping), key));
}

Value value_of(std::string_view text, const Tree& tree, std::uint32_t node) {
  std::string room(text.size(), '\0');  // no text is longer than it is written
  base::Arena arena(room);
  return value_at(text, tree, node, arena);
}

std::optional<Value> read_value(std::string_view text) {
  Tree tree;
  if (parse(text, tree).error.problem != Problem::none) return std::nullopt;
  return value_of(text, tree);
}

}  // namespace rapport::yaml
