#include "yaml/parts.hpp"

#include <algorithm>

namespace rapport::yaml {
namespace {

std::string_view trim_line(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \r\n") + 1 - first);
}

}  // namespace

void PartReader::put_lines(std::vector<std::string_view>& lines, std::size_t from,
                           std::size_t to) const {
  while (from < to) {
    const std::size_t next = std::min(text_.find('\n', from), to - 1) + 1;
    lines.push_back(trim_line(text_.substr(from, next - from)));
    from = next;
  }
}

/// The space and comment from `at` to the end of the line; empty: no comment.
std::string_view PartReader::comment_at(std::size_t at) const {
  const std::size_t mark = text_.find_first_not_of(' ', at);
  if (mark == std::string_view::npos || text_[mark] != '#') return {};
  const std::string_view line = text_.substr(at, text_.find('\n', mark) - at);
  return line.substr(0, line.find_last_not_of(" \r") + 1);
}

Part PartReader::part(const Spot& spot) const {
  const Node& node = tree_.nodes[spot.node];
  Part part{.spot = spot, .key = text_.substr(node.key_offset, node.key_length)};
  const std::size_t head_end = layout_.start(spot) + (part.key.empty() ? 1 : part.key.size() + 1);
  if (node.style == Style::block) {
    part.behind = comment_at(head_end);
    return part;
  }
  const bool is_block_scalar = node.style == Style::literal || node.style == Style::folded;
  part.behind = is_block_scalar ? comment_at(text_.find_first_of(" \r\n", node.offset))
                                : comment_at(layout_.value_end(spot));
  // Brackets below their key: what is between them and the key.
  std::string_view beside;
  if (node.style == Style::flow && !part.key.empty())
    between(head_end, node.offset, beside, part.lead);
  if (part.behind.empty())
    part.behind = beside;
  else if (!beside.empty())
    part.lead.insert(part.lead.begin(), trim_line(beside));
  return part;
}

/// The comments between two tokens: the one on the line of the first, and those on their own lines.
void PartReader::between(std::size_t from, std::size_t to, std::string_view& behind,
                         std::vector<std::string_view>& lead) const {
  const std::size_t line_end = std::min(text_.find('\n', from), to);
  const std::size_t mark = text_.substr(0, line_end).find('#', from);
  if (mark != std::string_view::npos) {
    std::size_t start = mark;
    while (text_[start - 1] == ' ') --start;
    behind = comment_at(start);
  }
  std::vector<std::string_view> lines;
  put_lines(lines, line_end, to);
  for (const std::string_view line : lines)
    if (line.starts_with('#')) lead.push_back(line);
}

Parts PartReader::root() const { return block({}, 0, text_.size()); }

Parts PartReader::of(const Spot& spot) const {
  const Node& node = tree_.nodes[spot.node];
  if (node.style == Style::flow) return flow(spot);
  return block(spot, layout_.body(spot), layout_.end(spot));
}

Parts PartReader::block(const Spot& spot, std::size_t from, std::size_t to) const {
  Parts parts;
  if (from == 0 && text_.starts_with("\xef\xbb\xbf")) from = 3;
  for (auto at = layout_.first_child(spot); at; at = layout_.next(*at)) {
    Part one = part(*at);
    const std::size_t start = layout_.start(*at);
    if (layout_.begins_line(start)) {
      const std::size_t first = layout_.first_line(*at);
      put_lines(one.above, from, first);
      std::vector<std::string_view> lead;
      put_lines(lead, first, layout_.line_start(start));
      one.lead.insert(one.lead.begin(), lead.begin(), lead.end());
    }
    from = layout_.end(*at);
    parts.parts.push_back(std::move(one));
  }
  put_lines(parts.tail, from, to);
  return parts;
}

/// A comment behind the opening bracket belongs to the first item, as one above it would.
Parts PartReader::flow(const Spot& spot) const {
  Parts parts;
  const Node& node = tree_.nodes[spot.node];
  std::size_t from = std::size_t{node.offset} + 1;
  std::string_view behind;
  for (auto at = layout_.first_child(spot); at; at = layout_.next(*at)) {
    const Node& child = tree_.nodes[at->node];
    Part one{.spot = *at, .key = text_.substr(child.key_offset, child.key_length)};
    std::string_view beside;
    between(from, layout_.start(*at), beside, one.lead);
    if (parts.parts.empty() && !beside.empty())
      one.lead.insert(one.lead.begin(), trim_line(beside));
    else if (!parts.parts.empty())
      parts.parts.back().behind = beside;
    if (!one.key.empty()) {
      std::string_view below;
      between(std::size_t{child.key_offset} + child.key_length + 1, child.offset, below, one.lead);
      if (!below.empty()) one.lead.push_back(trim_line(below));
    }
    from = layout_.value_end(*at);
    parts.parts.push_back(std::move(one));
  }
  const std::size_t closing = layout_.value_end(spot) - 1;
  between(from, closing, behind, parts.tail);
  if (parts.parts.empty() && !behind.empty())
    parts.tail.insert(parts.tail.begin(), trim_line(behind));
  else if (!parts.parts.empty())
    parts.parts.back().behind = behind;
  return parts;
}

}  // namespace rapport::yaml
