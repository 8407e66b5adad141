#include "yaml/append.hpp"

#include "base/text.hpp"
#include "yaml/tree.hpp"

namespace rapport::yaml {
namespace {

std::size_t line_start(std::string_view text, std::size_t offset) {
  const auto before = text.substr(0, offset).rfind('\n');
  return before == text.npos ? 0 : before + 1;
}

/// Behind the line that `offset` is on, also behind a comment there.
std::size_t next_line(std::string_view text, std::size_t offset) {
  const auto end = text.find('\n', offset);
  return end == text.npos ? text.size() : end + 1;
}

/// "  - key: a3", then the further lines below the key.
std::string as_item(std::string_view item, std::size_t indent, std::string_view line_end) {
  std::string out;
  for (const auto line : base::lines(item)) {
    const std::string_view lead = out.empty() ? "- " : "  ";
    out.append(indent, ' ').append(lead).append(line).append(line_end);
  }
  return out;
}

/// The same tree but for what was added: every entry of the top mapping except `key` reads as it
/// did, and `key` has one item more.
bool is_only_added(std::string_view before, const Tree& old, std::string_view after,
                   std::string_view key) {
  Tree now;
  if (parse(after, now).error.problem != Problem::none) return false;
  std::uint32_t a = 1, b = 1;
  while (a < old.nodes.size() && b < now.nodes.size()) {
    const Node& x = old.nodes[a];
    const Node& y = now.nodes[b];
    const auto name = before.substr(x.key_offset, x.key_length);
    if (name != after.substr(y.key_offset, y.key_length)) return false;
    if (name != key && before.substr(x.offset, x.length) != after.substr(y.offset, y.length))
      return false;
    a = x.next;
    b = y.next;
  }
  const bool began_list = b < now.nodes.size() && now.nodes[b].next == now.nodes.size();
  return a == old.nodes.size() && (b == now.nodes.size() || began_list);
}

}  // namespace

std::optional<std::string> append_item(std::string_view text, std::string_view key,
                                       std::string_view item) {
  Tree tree;
  if (parse(text, tree).error.problem != Problem::none) return std::nullopt;
  const std::string_view line_end = text.find("\r\n") == text.npos ? "\n" : "\r\n";
  std::string out(text);
  const Node* list = nullptr;
  for (std::uint32_t i = 1; i < tree.nodes.size(); i = tree.nodes[i].next)
    if (text.substr(tree.nodes[i].key_offset, tree.nodes[i].key_length) == key)
      list = &tree.nodes[i];
  std::size_t at = text.size();
  std::string added;
  if (list == nullptr) {
    added = std::string(key) + ":" + std::string(line_end) + as_item(item, 2, line_end);
  } else {
    if (list->kind != Kind::list || list->style != Style::block) return std::nullopt;
    const std::size_t indent = list->offset - line_start(text, list->offset);
    at = next_line(text, list->offset + list->length - 1);
    added = as_item(item, indent, line_end);
  }
  if (at == text.size() && !text.empty() && text.back() != '\n') added.insert(0, line_end);
  out.insert(at, added);
  if (!is_only_added(text, tree, out, key)) return std::nullopt;
  return out;
}

}  // namespace rapport::yaml
