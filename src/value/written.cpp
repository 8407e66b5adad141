#include "value/written.hpp"

#include "yaml/tree.hpp"
#include "yaml/write.hpp"

#include <algorithm>

namespace rapport::value {

std::string in_quotes(std::string_view text) { return yaml::double_quoted(text); }

std::string as_item(std::string_view text) { return yaml::flow_scalar(text); }

bool WrittenBlock::has(std::string_view key) const { return std::ranges::count(keys, key) != 0; }

WrittenBlock block_around(std::string_view text, std::uint32_t key_offset) {
  WrittenBlock block;
  yaml::Tree tree;
  yaml::parse(text, tree);
  const auto& nodes = tree.nodes;
  const auto entry = std::ranges::find_if(nodes, [&](const yaml::Node& node) {
    return node.key_length != 0 && node.key_offset == key_offset;
  });
  if (entry == nodes.end()) return block;
  block.is_plain = entry->kind == yaml::Kind::scalar && entry->style == yaml::Style::plain;
  block.offset = entry->offset;
  block.length = entry->length;
  const auto own = static_cast<std::uint32_t>(entry - nodes.begin());
  std::uint32_t parent = 0;
  for (std::uint32_t i = 0; i < own; ++i)
    if (nodes[i].next > own && nodes[i].kind != yaml::Kind::scalar) parent = i;
  for (std::uint32_t i = parent + 1; i < nodes[parent].next; i = nodes[i].next)
    block.keys.push_back(text.substr(nodes[i].key_offset, nodes[i].key_length));
  return block;
}

}  // namespace rapport::value
