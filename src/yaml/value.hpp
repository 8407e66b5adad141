// What a record says, without the places of its text: read from a file, or made to be written.
#pragma once

#include "yaml/tree.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::yaml {

struct Value {
  Kind kind = Kind::scalar;
  bool is_empty = false;               // `key:` with nothing; only read, never written
  bool in_brackets = false;            // written as a flow collection
  std::string text = {};               // of a scalar
  std::vector<std::string> keys = {};  // of a mapping, one for each child
  std::vector<Value> children = {};

  /// Brackets are a matter of style.
  friend bool operator==(const Value& left, const Value& right) {
    return left.kind == right.kind && left.is_empty == right.is_empty && left.text == right.text &&
           left.keys == right.keys && left.children == right.children;
  }
};

Value text_value(std::string_view text);
Value list_value(std::vector<Value> items);
/// Adds an entry to a mapping; a fresh Value of kind mapping is an empty one.
void put(Value& mapping, std::string_view key, Value value);

/// The value of that key in a mapping; null: there is none.
const Value* find_child(const Value& mapping, std::string_view key);
Value* find_child(Value& mapping, std::string_view key);

/// The tree of `text` below `node`.
Value value_of(std::string_view text, const Tree& tree, std::uint32_t node = 0);
/// Nothing when the text cannot be read to its end.
std::optional<Value> read_value(std::string_view text);

}  // namespace rapport::yaml
