#include "oracle.hpp"
#include "yaml/tree.hpp"

namespace rapport::oracle {
namespace {

class Former {
 public:
  Former(std::string_view text, const yaml::Tree& tree) : text_(text), tree_(tree) {}

  std::string take() {
    value(0);
    return std::move(form_);
  }

 private:
  void value(std::uint32_t index) {
    const yaml::Node& node = tree_.nodes[index];
    if (node.kind == yaml::Kind::scalar) return scalar(node);
    const bool is_mapping = node.kind == yaml::Kind::mapping;
    form_ += is_mapping ? '{' : '[';
    for (std::uint32_t i = index + 1; i < node.next; i = tree_.nodes[i].next) {
      const yaml::Node& child = tree_.nodes[i];
      if (is_mapping) put_text(form_, text_.substr(child.key_offset, child.key_length));
      value(i);
    }
    form_ += is_mapping ? '}' : ']';
  }

  void scalar(const yaml::Node& node) {
    if (node.style == yaml::Style::empty) {
      form_ += '~';
      return;
    }
    // Only the text up to the end of the value is given, as a record's Text does.
    const std::string_view before = text_.substr(0, node.offset + node.length);
    put_text(form_, yaml::text_of(before, before.substr(node.offset), node.style, arena_));
  }

  std::string_view text_;
  const yaml::Tree& tree_;
  // Never freed, so one for all readings.
  inline static base::Arena arena_;
  std::string form_;
};

}  // namespace

void put_text(std::string& form, std::string_view text) {
  form += '=';
  for (const char c : text) form += c == '\n' ? '\1' : c;
  form += '\n';
}

Reading read_ours(std::string_view text) {
  yaml::Tree tree;
  if (yaml::parse(text, tree).error.problem != yaml::Problem::none) return std::nullopt;
  return Former(text, tree).take();
}

std::string disagreement(std::string_view text) {
  const Reading ours = read_ours(text);
  if (!ours) return {};
  const auto compare = [&](const char* name, const Reading& theirs) {
    if (theirs == ours) return std::string();
    return std::string(name) + " reads\n" + theirs.value_or("(refuses it)") + "\nand we read\n" +
           *ours;
  };
  std::string found = compare("libyaml", read_libyaml(text));
  return found.empty() ? compare("yaml-cpp", read_yaml_cpp(text)) : found;
}

}  // namespace rapport::oracle
