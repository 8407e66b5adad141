#include "yaml_support.hpp"

#include <array>
#include <utility>

namespace rapport::yaml::testing {
namespace {

constexpr std::array problem_names = std::to_array<std::pair<Problem, std::string_view>>({
    {Problem::none, "none"},
    {Problem::empty_file, "empty_file"},
    {Problem::too_large, "too_large"},
    {Problem::too_deep, "too_deep"},
    {Problem::encoding, "encoding"},
    {Problem::control_character, "control_character"},
    {Problem::mixed_line_ends, "mixed_line_ends"},
    {Problem::byte_order_mark, "byte_order_mark"},
    {Problem::tab, "tab"},
    {Problem::quote, "quote"},
    {Problem::escape, "escape"},
    {Problem::key, "key"},
    {Problem::duplicate_key, "duplicate_key"},
    {Problem::indentation, "indentation"},
    {Problem::dash, "dash"},
    {Problem::flow, "flow"},
    {Problem::flow_item, "flow_item"},
    {Problem::flow_pair, "flow_pair"},
    {Problem::flow_value, "flow_value"},
    {Problem::flow_comma, "flow_comma"},
    {Problem::flow_closing, "flow_closing"},
    {Problem::flow_shallow, "flow_shallow"},
    {Problem::flow_below, "flow_below"},
    {Problem::flow_rest, "flow_rest"},
    {Problem::plain, "plain"},
    {Problem::null_word, "null_word"},
    {Problem::comment, "comment"},
    {Problem::several_lines, "several_lines"},
    {Problem::block_scalar, "block_scalar"},
    {Problem::nested_list, "nested_list"},
    {Problem::top_level, "top_level"},
    {Problem::document_marker, "document_marker"},
    {Problem::directive, "directive"},
    {Problem::anchor, "anchor"},
    {Problem::tag, "tag"},
    {Problem::merge_key, "merge_key"},
    {Problem::complex_key, "complex_key"},
    {Problem::conflict_marker, "conflict_marker"},
});

class Dump {
 public:
  Dump(std::string_view text, const Tree& tree) : text_(text), tree_(tree) {}

  std::string all() {
    value(0);
    return std::move(out_);
  }

 private:
  void value(std::uint32_t index) {
    const Node& node = tree_.nodes[index];
    if (node.kind == Kind::scalar) return scalar(node);
    const bool is_mapping = node.kind == Kind::mapping;
    out_ += is_mapping ? '{' : '[';
    for (std::uint32_t i = index + 1; i < node.next; i = tree_.nodes[i].next) {
      if (i != index + 1) out_ += ", ";
      const Node& child = tree_.nodes[i];
      if (is_mapping) {
        out_ += text_.substr(child.key_offset, child.key_length);
        out_ += ": ";
      }
      value(i);
    }
    out_ += is_mapping ? '}' : ']';
  }

  void scalar(const Node& node) {
    if (node.style == Style::empty) {
      out_ += '~';
      return;
    }
    out_ += '"';
    const std::string_view raw = text_.substr(node.offset, node.length);
    const std::string_view before = text_.substr(0, node.offset + node.length);
    for (const char c : text_of(before, raw, node.style, arena_)) {
      if (c == '\n')
        out_ += "\\n";
      else if (c == '\t')
        out_ += "\\t";
      else
        out_ += c;
    }
    out_ += '"';
  }

  std::string_view text_;
  const Tree& tree_;
  base::Arena arena_;
  std::string out_;
};

}  // namespace

std::string_view problem_name(Problem problem) {
  for (const auto& [value, name] : problem_names)
    if (value == problem) return name;
  return "?";
}

Reading read(std::string_view text) {
  Tree tree;
  Reading reading{parse(text, tree), {}};
  if (reading.parsed.error.problem == Problem::none) reading.tree = Dump(text, tree).all();
  return reading;
}

std::string describe(std::string_view text, const Fault& fault) {
  if (fault.problem == Problem::none) return {};
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t i = 0; i < fault.offset && i < text.size(); ++i) {
    if (text[i] == '\n') {
      ++line;
      column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) {
      ++column;
    }
  }
  return std::string(problem_name(fault.problem)) + ' ' + std::to_string(line) + ':' +
         std::to_string(column) + ' ' + std::to_string(fault.length);
}

std::string fault(std::string_view text) { return describe(text, read(text).parsed.error); }

}  // namespace rapport::yaml::testing
