// What form a value has in the canonical form of its record: quotes, brackets or a block.
#pragma once

#include "value/field.hpp"
#include "yaml/layout.hpp"
#include "yaml/parts.hpp"
#include "yaml/tree.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::model {

/// The type of an entry, or, without a key, of an item; null where the tables do not know it.
const value::Type* type_within(const value::Type* parent, std::string_view key);

class ValueForms {
 public:
  ValueForms(std::string_view text, const yaml::Tree& tree, const yaml::Layout& layout)
      : text_(text), tree_(tree), layout_(layout) {}

  std::string_view raw(const yaml::Node& node) const {
    return text_.substr(node.offset, node.length);
  }
  static bool is_block_scalar(const yaml::Node& node);

  /// Of a mapping or list; `column`: where it begins.
  bool is_in_brackets(const yaml::Part& part, const value::Type* type, std::size_t column) const;
  /// A mapping or list in brackets.
  std::string flow(std::uint32_t index) const;
  /// A scalar that is no block scalar; it may become one.
  std::string scalar(const yaml::Node& node, std::size_t column) const;

 private:
  bool is_line(const yaml::Node& node) const;
  bool has_escape(const yaml::Node& node) const;
  bool has_text(std::uint32_t index, const value::Type* type) const;
  bool is_simple(std::uint32_t index, bool in_mapping) const;
  std::string text_of(const yaml::Node& node) const;
  std::string flow_scalar(const yaml::Node& node, bool was_in_brackets) const;

  std::string_view text_;
  const yaml::Tree& tree_;
  const yaml::Layout& layout_;
};

}  // namespace rapport::model
