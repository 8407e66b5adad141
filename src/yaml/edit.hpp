// The changed text: what is written and taken out where.
#pragma once

#include "yaml/layout.hpp"
#include "yaml/tree.hpp"
#include "yaml/write.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::yaml {

/// Changes that are collected first and made together; none of them reaches into another.
class Edits {
 public:
  Edits(std::string_view text, const Tree& tree, const Layout& layout)
      : text_(text), tree_(tree), layout_(layout) {}

  /// Writes another value in place of one. False: a comment within it would be lost.
  bool replace(const Spot& spot, const Value& value);
  /// The same where a scalar is, or an empty collection, or nothing.
  void replace_inline(const Spot& spot, const Value& value);
  void insert(const Spot& mapping, std::string_view key, const Value& value,
              const std::function<std::size_t(std::string_view)>& rank);
  /// The list is not empty, or it is in brackets.
  void append(const Spot& list, const Value& item);
  void insert_before(const Spot& item, const Value& value);
  /// Of a block not the only child: its parent would be empty.
  void remove(const Spot& spot);

  std::string apply();

 private:
  struct Edit {
    std::size_t start;
    std::size_t length;
    std::string text;
  };

  void put(std::size_t start, std::size_t length, std::string text);
  void put_lines(std::size_t start, std::string lines);
  void cut(std::size_t start, std::size_t end) { put(start, end - start, {}); }
  std::string_view behind(std::size_t at) const { return text_.substr(at); }
  Spot last_of(const Spot& parent) const;

  bool replace_block(const Spot& spot, const Value& value);
  void replace_block_scalar(const Node& node, const ValueText& written);
  std::size_t behind_key(const Node& node, bool drops_space) const;
  void insert_first(const Node& mapping, std::string_view key, const Value& value);
  void remove_behind_dash(const Spot& spot, const Spot& next);
  std::size_t kept_blank_lines(const Spot& spot, std::size_t end) const;

  // edit_flow.cpp
  bool replace_flow(const Spot& spot, const Value& value);
  void put_before(const Spot& spot, const std::string& written);
  void put_last(const Spot& collection, const std::string& written);
  void remove_in_brackets(const Spot& spot);
  std::size_t behind_comma(std::size_t at) const;
  bool has_own_lines(const Spot& spot) const;

  std::string_view text_;
  const Tree& tree_;
  const Layout& layout_;
  std::vector<Edit> edits_;
};

}  // namespace rapport::yaml
