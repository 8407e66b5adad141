#include "yaml/layout.hpp"

#include "yaml/patch.hpp"

#include <algorithm>

namespace rapport::yaml {
namespace {

constexpr auto none = std::string_view::npos;

/// The comments between two tokens, where each `#` that begins a word begins one.
void put_comments(std::string_view text, std::size_t from, std::size_t to,
                  std::vector<std::string_view>& found) {
  while (from < to) {
    const std::size_t mark = text.find('#', from);
    if (mark >= to) return;
    const std::size_t end = std::min(text.find('\n', mark), text.size());
    const std::string_view line = text.substr(mark, end - mark);
    found.push_back(line.substr(0, line.find_last_not_of(" \r") + 1));
    from = end;
  }
}

}  // namespace

std::optional<Spot> Layout::first_child(const Spot& spot) const {
  const Node& parent = tree_.nodes[spot.node];
  if (parent.next == spot.node + 1) return std::nullopt;
  const Node& first = tree_.nodes[spot.node + 1];
  const std::size_t place = first.key_length != 0 ? first.key_offset : parent.offset;
  return Spot{spot.node + 1, spot.node, 0, column(place),
              spot.in_flow || parent.style == Style::flow};
}

std::optional<Spot> Layout::child(const Spot& spot, const Step& step) const {
  const bool is_key = !step.key.empty();
  if (tree_.nodes[spot.node].kind != (is_key ? Kind::mapping : Kind::list)) return std::nullopt;
  std::size_t number = 0;
  auto at = first_child(spot);
  for (; at; at = next(*at)) {
    const Node& node = tree_.nodes[at->node];
    if (is_key ? text_.substr(node.key_offset, node.key_length) == step.key : number++ == step.item)
      break;
  }
  return at;
}

std::optional<Spot> Layout::next(const Spot& spot) const {
  const std::uint32_t node = tree_.nodes[spot.node].next;
  if (node >= tree_.nodes[spot.parent].next) return std::nullopt;
  return Spot{node, spot.parent, spot.node, spot.column, spot.in_flow};
}

std::size_t Layout::line_start(std::size_t at) const {
  while (at > 0 && text_[at - 1] != '\n') --at;
  return at == 0 && text_.starts_with("\xef\xbb\xbf") ? 3 : at;
}

std::size_t Layout::next_line(std::size_t at) const {
  if (at > 0 && text_[at - 1] == '\n') return at;
  const std::size_t feed = text_.find('\n', at);
  return feed == none ? text_.size() : feed + 1;
}

bool Layout::begins_line(std::size_t at) const {
  return text_.find_first_not_of(' ', line_start(at)) == at;
}

bool Layout::ends_line(std::size_t at) const {
  const std::size_t next = text_.find_first_not_of(' ', at);
  return next == none || text_[next] == '\n' || text_[next] == '\r' || text_[next] == '#';
}

std::size_t Layout::comments_above(std::size_t line, std::size_t floor) const {
  while (line > floor && text_[line - 1] == '\n') {
    const std::size_t above = line_start(line - 1);
    if (text_[text_.find_first_not_of(' ', above)] != '#') break;
    line = above;
  }
  return line;
}

std::vector<std::string_view> Layout::comments(std::size_t from, std::size_t to) const {
  std::vector<std::string_view> found;
  std::size_t at = from;
  const auto first = std::partition_point(tree_.nodes.begin(), tree_.nodes.end(),
                                          [from](const Node& node) { return node.offset < from; });
  for (auto node = first; node != tree_.nodes.end() && node->offset < to; ++node) {
    if (node->kind != Kind::scalar) continue;
    put_comments(text_, at, node->offset, found);
    at = std::size_t{node->offset} + node->length;
    if (node->style == Style::literal || node->style == Style::folded)
      put_comments(text_, node->offset, std::min(at, next_line(node->offset)), found);
  }
  put_comments(text_, at, to, found);
  return found;
}

std::size_t Layout::value_end(const Spot& spot) const {
  const Node& node = tree_.nodes[spot.node];
  return std::size_t{node.offset} + node.length;
}

std::size_t Layout::start(const Spot& spot) const {
  const Node& node = tree_.nodes[spot.node];
  if (node.key_length != 0) return node.key_offset;
  return spot.in_flow ? node.offset : dash(spot);
}

/// The first entry of an item may be on the line of its dash.
std::size_t Layout::body(const Spot& spot) const {
  const Node& node = tree_.nodes[spot.node];
  return begins_line(node.offset) ? next_line(start(spot) + node.key_length + 1) : node.offset;
}

/// Below the item before it, behind comments and blank lines.
std::size_t Layout::dash(const Spot& spot) const {
  if (spot.previous == 0) return tree_.nodes[spot.parent].offset;
  const Node& above = tree_.nodes[spot.previous];
  std::size_t at = next_line(std::size_t{above.offset} + above.length);
  for (;;) {
    at = text_.find_first_not_of(" \r\n", at);
    if (text_[at] == '-') return at;
    at = text_.find('\n', at);
  }
}

std::size_t Layout::first_line(const Spot& spot) const {
  const std::size_t at = start(spot);
  if (!begins_line(at)) return at;
  if (spot.previous == 0) return comments_above(line_start(at));
  Spot above = spot;
  above.node = spot.previous;
  return comments_above(line_start(at), end(above));
}

std::uint32_t Layout::last_child(std::uint32_t node) const {
  std::uint32_t last = node + 1;
  while (tree_.nodes[last].next < tree_.nodes[node].next) last = tree_.nodes[last].next;
  return last;
}

/// Of the outermost block that ends with the value and is deeper than its entry; 0: none.
std::size_t Layout::inner_column(const Spot& spot) const {
  std::uint32_t node = spot.node;
  while (tree_.nodes[node].style == Style::block) {
    const std::size_t inner = column(tree_.nodes[node].offset);
    if (inner > spot.column) return inner;
    node = last_child(node);
  }
  return 0;
}

std::size_t Layout::end(const Spot& spot) const {
  std::size_t end = next_line(value_end(spot));
  const std::size_t inner = spot.in_flow ? 0 : inner_column(spot);
  if (inner == 0) return end;
  for (std::size_t line = end; line < text_.size();) {
    const std::size_t first = std::min(text_.find_first_not_of(" \r", line), text_.size());
    const std::size_t feed = std::min(text_.find('\n', first), text_.size() - 1);
    if (first < text_.size() && text_[first] != '\n') {
      if (text_[first] != '#' || first - line < inner) break;
      end = feed + 1;
    }
    line = feed + 1;
  }
  return end;
}

}  // namespace rapport::yaml
