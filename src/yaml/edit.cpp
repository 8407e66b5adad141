#include "yaml/edit.hpp"

#include <algorithm>
#include <optional>

namespace rapport::yaml {
namespace {

bool is_block_scalar(const Node& node) {
  return node.style == Style::literal || node.style == Style::folded;
}

}  // namespace

void Edits::put(std::size_t start, std::size_t length, std::string text) {
  edits_.push_back({start, length, std::move(text)});
}

/// Whole lines, at the start of a line or at the end of the file, which gets the line end it lacks.
void Edits::put_lines(std::size_t start, std::string lines) {
  if (start == text_.size() && text_.back() != '\n') lines.insert(0, 1, '\n');
  put(start, 0, std::move(lines));
}

Spot Edits::last_of(const Spot& parent) const {
  Spot last = *layout_.first_child(parent);
  while (const auto next = layout_.next(last)) last = *next;
  return last;
}

bool Edits::replace(const Spot& spot, const Value& value) {
  const Node& node = tree_.nodes[spot.node];
  if (node.style == Style::block) return replace_block(spot, value);
  if (node.style == Style::flow) return replace_flow(spot, value);
  replace_inline(spot, value);
  return true;
}

void Edits::replace_inline(const Spot& spot, const Value& value) {
  const Node& node = tree_.nodes[spot.node];
  if (spot.in_flow) return put(node.offset, node.length, write_flow(value, node.style));
  const ValueText written = write(value, spot.column, node.key_length + 1U, node.style);
  if (is_block_scalar(node)) return replace_block_scalar(node, written);
  const std::size_t end = layout_.value_end(spot);
  const std::size_t start = behind_key(node, written.head.empty());
  const bool keeps_space = start == node.offset && node.style != Style::empty;
  put(start, end - start, keeps_space ? written.head.substr(1) : written.head);
  if (!written.body.empty()) put_lines(layout_.next_line(end), written.body);
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

void Edits::replace_block_scalar(const Node& node, const ValueText& written) {
  const std::string_view raw = text_.substr(node.offset, node.length);
  const std::size_t header = raw.find_first_of(" \r\n");
  const std::size_t lines = raw.find('\n') + 1;
  put(node.offset, header, written.head.empty() ? "" : written.head.substr(1));
  const bool has_end = raw.ends_with('\n');
  std::string body = written.body;
  if (!has_end && !body.empty()) body.pop_back();
  put(node.offset + lines, raw.size() - lines, std::move(body));
}

/// The lines of a mapping or list. A comment behind its key stays.
bool Edits::replace_block(const Spot& spot, const Value& value) {
  const Node& node = tree_.nodes[spot.node];
  const std::size_t end = layout_.end(spot);
  const bool has_end = text_[end - 1] == '\n';
  if (node.key_length == 0) {
    const std::size_t dash = layout_.start(spot);
    if (layout_.has_comment(dash, end)) return false;
    std::string item = write_item(value, spot.column).substr(spot.column);
    if (!has_end) item.pop_back();
    put(dash, end - dash, std::move(item));
    return true;
  }
  const std::size_t colon_end = std::size_t{node.key_offset} + node.key_length + 1;
  const std::size_t body = layout_.next_line(colon_end);
  if (layout_.has_comment(body, end)) return false;
  ValueText written = write(value, spot.column, node.key_length + 1U);
  put(colon_end, 0, written.head);
  if (!has_end && !written.body.empty()) written.body.pop_back();
  put(body, end - body, written.body);
  return true;
}

void Edits::insert(const Spot& spot, std::string_view key, const Value& value,
                   const std::function<std::size_t(std::string_view)>& rank) {
  const Node& mapping = tree_.nodes[spot.node];
  const std::size_t wanted = rank(key);
  std::optional<Spot> above;
  std::optional<Spot> below = layout_.first_child(spot);
  for (auto at = below; at; at = layout_.next(*at)) {
    const Node& node = tree_.nodes[at->node];
    if (rank(text_.substr(node.key_offset, node.key_length)) > wanted) continue;
    above = at;
    below = layout_.next(*at);
  }
  if (mapping.style == Style::flow) {
    const std::string entry = std::string(key) + ": " + write_flow(value);
    return below ? put_before(*below, entry) : put_last(spot, entry);
  }
  if (!above) return insert_first(mapping, key, value);
  put_lines(layout_.end(*above), write_entry(key, value, above->column));
}

/// Above all other entries, and above the comments that belong to the first of them.
void Edits::insert_first(const Node& mapping, std::string_view key, const Value& value) {
  const std::size_t line = layout_.line_start(mapping.offset);
  const std::size_t at = mapping.offset - line;
  const std::string entry = write_entry(key, value, at);
  if (layout_.begins_line(mapping.offset)) return put_lines(layout_.comments_above(line), entry);
  // Behind the dash of an item: the entry that was first gets a line of its own.
  put(mapping.offset, 0, entry.substr(at) + std::string(at, ' '));
}

void Edits::append(const Spot& list, const Value& item) {
  if (tree_.nodes[list.node].style == Style::flow) return put_last(list, write_flow(item));
  const Spot last = last_of(list);
  put_lines(layout_.end(last), write_item(item, last.column));
}

void Edits::insert_before(const Spot& item, const Value& value) {
  if (item.in_flow) return put_before(item, write_flow(value));
  put_lines(layout_.first_line(item), write_item(value, item.column));
}

void Edits::remove(const Spot& spot) {
  if (spot.in_flow) return remove_in_brackets(spot);
  const auto next = layout_.next(spot);
  if (next && !layout_.begins_line(layout_.start(spot))) return remove_behind_dash(spot, *next);
  cut(layout_.first_line(spot), kept_blank_lines(spot, layout_.end(spot)));
}

/// The next entry takes its place behind the dash; with comments above it, it stays below a dash
/// that stands alone.
void Edits::remove_behind_dash(const Spot& spot, const Spot& next) {
  const std::size_t start = layout_.start(spot);
  const std::size_t end = layout_.end(spot);
  const std::size_t next_start = layout_.start(next);
  if (text_.find_first_not_of(" \r\n", end) == next_start) return cut(start, next_start);
  const std::size_t dash_end = text_.find_last_not_of(' ', start - 1) + 1;
  put(dash_end, end - dash_end, "\n");
}

/// Text that keeps the blank lines below it (`|+`) must not get those that were below `spot`.
std::size_t Edits::kept_blank_lines(const Spot& spot, std::size_t end) const {
  const Node& above = tree_.nodes[spot.node - 1];
  if (!is_block_scalar(above)) return end;
  const std::string_view header = text_.substr(above.offset, layout_.next_line(above.offset));
  if (header.substr(0, 3).find('+') == std::string_view::npos) return end;
  const std::size_t next = text_.find_first_not_of(" \r\n", end);
  return next == std::string_view::npos ? text_.size() : layout_.line_start(next);
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
