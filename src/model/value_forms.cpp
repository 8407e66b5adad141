#include "model/value_forms.hpp"

#include "base/arena.hpp"
#include "base/unicode.hpp"
#include "yaml/write.hpp"

#include <algorithm>

namespace rapport::model {
namespace {

using value::Shape;
using value::Type;
using yaml::Kind;
using yaml::Node;
using yaml::Part;
using yaml::Style;

constexpr std::size_t width_limit = 100;

}  // namespace

const Type* type_within(const Type* parent, std::string_view key) {
  if (parent == nullptr) return nullptr;
  if (key.empty()) return parent->element;
  const value::Field* const row = field_named(parent, key);
  return row == nullptr ? nullptr : row->type;
}

bool ValueForms::is_block_scalar(const Node& node) {
  return node.style == Style::literal || node.style == Style::folded;
}

std::string ValueForms::text_of(const Node& node) const {
  std::string room(node.length, '\0');
  base::Arena arena(room);
  return std::string(yaml::text_of(text_, raw(node), node.style, arena));
}

bool ValueForms::is_line(const Node& node) const {
  return !is_block_scalar(node) && text_of(node).find('\n') == std::string::npos;
}

/// What is written as an escape may not be seen otherwise.
bool ValueForms::has_escape(const Node& node) const {
  const std::string_view written = raw(node);
  return node.style == Style::double_quoted && (written.find("\\u") != std::string_view::npos ||
                                                written.find("\\U") != std::string_view::npos);
}

/// A plain text stays so, also where another reader may take it for a number: who wrote it may have
/// chosen so.
std::string ValueForms::scalar(const Node& node, std::size_t column) const {
  if (node.style == Style::plain || has_escape(node)) return std::string(raw(node));
  const std::string text = text_of(node);
  if (node.key_length != 0) return yaml::scalar(text, column);
  const std::string item = yaml::write_item(yaml::text_value(text), column).substr(column + 2);
  return item.substr(0, item.size() - 1);
}

std::string ValueForms::flow_scalar(const Node& node, bool was_in_brackets) const {
  if (has_escape(node)) return std::string(raw(node));
  const std::string text = text_of(node);
  if (node.style == Style::plain)
    return was_in_brackets || yaml::is_plain_in_flow(text) ? text : yaml::double_quoted(text);
  if (node.key_length != 0) return yaml::flow_scalar(text);
  const std::string list = yaml::write_flow(yaml::list_value({yaml::text_value(text)}));
  return list.substr(1, list.size() - 2);
}

std::string ValueForms::flow(std::uint32_t index) const {
  const Node& node = tree_.nodes[index];
  const bool is_mapping = node.kind == Kind::mapping;
  std::string out(1, is_mapping ? '{' : '[');
  for (std::uint32_t i = index + 1; i < node.next; i = tree_.nodes[i].next) {
    const Node& child = tree_.nodes[i];
    if (i != index + 1) out += ", ";
    if (is_mapping) (out += text_.substr(child.key_offset, child.key_length)) += ": ";
    out += child.kind == Kind::scalar ? flow_scalar(child, node.style == Style::flow) : flow(i);
  }
  return out + (is_mapping ? '}' : ']');
}

/// Whether what is in it can be in brackets: plain values, and lists and mappings of them.
bool ValueForms::is_simple(std::uint32_t index, bool in_mapping) const {
  const Node& node = tree_.nodes[index];
  if (node.kind == Kind::scalar) return node.style != Style::empty && is_line(node);
  if (node.kind == Kind::mapping && !(in_mapping && node.style == Style::flow)) return false;
  for (std::uint32_t i = index + 1; i < node.next; i = tree_.nodes[i].next)
    if (!is_simple(i, node.kind == Kind::mapping)) return false;
  return true;
}

bool ValueForms::has_text(std::uint32_t index, const Type* type) const {
  const Node& node = tree_.nodes[index];
  if (node.kind == Kind::scalar)
    return type != nullptr && type->shape == Shape::text && type->name == "text";
  for (std::uint32_t i = index + 1; i < node.next; i = tree_.nodes[i].next) {
    const Node& child = tree_.nodes[i];
    if (has_text(i, type_within(type, text_.substr(child.key_offset, child.key_length))))
      return true;
  }
  return false;
}

/// `column`: where the value begins.
bool ValueForms::is_in_brackets(const Part& part, const Type* type, std::size_t column) const {
  const Node& node = tree_.nodes[part.spot.node];
  const bool was_in_brackets = node.style == Style::flow;
  const std::size_t inner = was_in_brackets ? node.offset : layout_.body(part.spot);
  const std::size_t end = was_in_brackets ? layout_.value_end(part.spot) : layout_.end(part.spot);
  if (layout_.has_comment(inner, end)) return false;
  if (node.kind == Kind::mapping && !was_in_brackets) return false;
  const bool is_item = part.key.empty();
  if (is_item && node.kind == Kind::list) return true;  // it has no block form
  if (node.next == part.spot.node + 1) return true;
  if (is_item && has_text(part.spot.node, type)) return false;
  return is_simple(part.spot.node, true) &&
         column + base::width(flow(part.spot.node)) <= width_limit;
}

}  // namespace rapport::model
