#include "yaml/edit.hpp"

#include "yaml/patch.hpp"

#include <algorithm>

namespace rapport::yaml {
namespace {

/// Where the line of `at` begins. A byte order mark takes no column.
std::size_t start_of_line(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] != '\n') --at;
  return at == 0 && text.starts_with("\xef\xbb\xbf") ? 3 : at;
}

}  // namespace

Spot root_spot() { return {}; }

std::optional<Spot> child_spot(std::string_view text, const Tree& tree, const Spot& spot,
                               const Step& step) {
  const Node& parent = tree.nodes[spot.node];
  const bool is_key = !step.key.empty();
  if (parent.kind != (is_key ? Kind::mapping : Kind::list)) return std::nullopt;
  std::size_t number = 0;
  for (std::uint32_t i = spot.node + 1; i < parent.next; i = tree.nodes[i].next) {
    const Node& child = tree.nodes[i];
    const bool is_it = is_key ? text.substr(child.key_offset, child.key_length) == step.key
                              : number++ == step.item;
    if (!is_it) continue;
    const std::size_t place = is_key ? child.key_offset : parent.offset;
    return Spot{i, place - start_of_line(text, place), spot.in_flow || parent.style == Style::flow};
  }
  return std::nullopt;
}

std::size_t Edits::line_start(std::size_t at) const { return start_of_line(text_, at); }
std::size_t Edits::column(std::size_t at) const { return at - line_start(at); }

/// Behind the line that a value ends on. A block scalar's span ends there already.
std::size_t Edits::next_line(std::size_t at) const {
  if (at > 0 && text_[at - 1] == '\n') return at;
  const std::size_t feed = text_.find('\n', at);
  return feed == std::string_view::npos ? text_.size() : feed + 1;
}

/// The first of the comment lines that stand directly above the line that begins at `line`.
std::size_t Edits::above_comments(std::size_t line) const {
  while (line > 0 && text_[line - 1] == '\n') {
    const std::size_t above = line_start(line - 1);
    const std::size_t first = text_.find_first_not_of(' ', above);
    if (text_[first] != '#') break;
    line = above;
  }
  return line;
}

void Edits::put(std::size_t start, std::size_t length, std::string text) {
  edits_.push_back({start, length, std::move(text)});
}

/// Whole lines, at the start of a line or at the end of the file, which gets the line end it lacks.
void Edits::put_lines(std::size_t start, std::string lines) {
  if (start == text_.size() && text_.back() != '\n') lines.insert(0, 1, '\n');
  put(start, 0, std::move(lines));
}

void Edits::replace(const Spot& spot, const Value& value) {
  const Node& node = tree_.nodes[spot.node];
  if (spot.in_flow) return put(node.offset, node.length, write_flow(value));
  const Written written = write(value, spot.column, node.key_length + 1U);
  if (node.style == Style::literal || node.style == Style::folded)
    return replace_block_scalar(node, written);
  const std::size_t end = node.offset + node.length;
  const std::size_t start = behind_key(node, written.head.empty());
  const bool keeps_space = start == node.offset && node.style != Style::empty;
  put(start, end - start, keeps_space ? written.head.substr(1) : written.head);
  if (!written.body.empty()) put_lines(next_line(end), written.body);
}

/// Where a value is written that takes the place of `node`: there, or directly behind its key when
/// nothing but space and line ends lies between and the space is not wanted or the line is not.
std::size_t Edits::behind_key(const Node& node, bool drops_space) const {
  std::size_t start = node.offset;
  while (text_[start - 1] == ' ') --start;
  if (drops_space && text_[start - 1] != '\n') return start;
  if (node.key_length == 0 || text_[start - 1] != '\n') return node.offset;
  const std::size_t colon_end = std::size_t{node.key_offset} + node.key_length + 1;
  return text_.find_first_not_of(" \r\n", colon_end) == node.offset ? colon_end : node.offset;
}

void Edits::replace_block_scalar(const Node& node, const Written& written) {
  const std::string_view raw = text_.substr(node.offset, node.length);
  const std::size_t header = raw.find_first_of(" \r\n");
  const std::size_t lines = raw.find('\n') + 1;
  put(node.offset, header, written.head.empty() ? "" : written.head.substr(1));
  const bool has_end = raw.ends_with('\n');
  std::string body = written.body;
  if (!has_end && !body.empty()) body.pop_back();
  put(node.offset + lines, raw.size() - lines, std::move(body));
}

void Edits::insert(const Spot& spot, std::string_view key, const Value& value,
                   const std::function<std::size_t(std::string_view)>& rank) {
  const Node& mapping = tree_.nodes[spot.node];
  std::uint32_t before = 0;
  const std::size_t wanted = rank(key);
  for (std::uint32_t i = spot.node + 1; i < mapping.next; i = tree_.nodes[i].next)
    if (rank(text_.substr(tree_.nodes[i].key_offset, tree_.nodes[i].key_length)) <= wanted)
      before = i;
  if (mapping.style == Style::flow)
    return insert_in_brackets(mapping, before, std::string(key) + ": " + write_flow(value));
  if (before == 0) return insert_first(mapping, key, value);
  const Node& above = tree_.nodes[before];
  put_lines(next_line(above.offset + above.length),
            write_entry(key, value, column(above.key_offset)));
}

/// Above all other entries, and above the comments that belong to the first of them.
void Edits::insert_first(const Node& mapping, std::string_view key, const Value& value) {
  const std::size_t line = line_start(mapping.offset);
  const std::size_t at = mapping.offset - line;
  const std::string entry = write_entry(key, value, at);
  if (text_.find_first_not_of(' ', line) == mapping.offset)
    return put_lines(above_comments(line), entry);
  // Behind the dash of an item: the entry that was first gets a line of its own.
  put(mapping.offset, 0, entry.substr(at) + std::string(at, ' '));
}

void Edits::insert_in_brackets(const Node& mapping, std::uint32_t before, std::string entry) {
  if (before != 0) {
    const Node& above = tree_.nodes[before];
    return put(above.offset + above.length, 0, ", " + entry);
  }
  const auto self = static_cast<std::uint32_t>(&mapping - tree_.nodes.data());
  const bool is_empty = mapping.next == self + 1;
  put(mapping.offset + 1, 0, is_empty ? entry : entry + ", ");
}

void Edits::append(const Spot& spot, const Value& item) {
  const Node& list = tree_.nodes[spot.node];
  std::uint32_t last = 0;
  for (std::uint32_t i = spot.node + 1; i < list.next; i = tree_.nodes[i].next) last = i;
  const Node& above = tree_.nodes[last];
  if (list.style == Style::flow)
    return put(above.offset + above.length, 0, ", " + write_flow(item));
  put_lines(next_line(list.offset + list.length), write_item(item, column(list.offset)));
}

std::string Edits::apply() {
  std::stable_sort(edits_.begin(), edits_.end(),
                   [](const Edit& left, const Edit& right) { return left.start < right.start; });
  const std::size_t feed = text_.find('\n');
  const bool is_crlf = feed != std::string_view::npos && feed > 0 && text_[feed - 1] == '\r';
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits_) {
    out += text_.substr(at, edit.start - at);
    for (const char c : edit.text) {
      if (c == '\n' && is_crlf) out += '\r';
      out += c;
    }
    at = edit.start + edit.length;
  }
  out += text_.substr(at);
  return out;
}

}  // namespace rapport::yaml
