// Changes inside brackets, on one line or with a line for each item.
#include "yaml/edit.hpp"

#include <string>

namespace rapport::yaml {

/// A list stays in brackets, and on as many lines as before.
bool Edits::replace_flow(const Spot& spot, const Value& value) {
  const Node& node = tree_.nodes[spot.node];
  if (layout_.has_comment(node.offset, layout_.value_end(spot))) return false;
  const auto first = layout_.first_child(spot);
  if (!first || value.kind != node.kind) return replace_inline(spot, value), true;
  if (value.children.empty() || !has_own_lines(*first))
    return put(node.offset, node.length, write_flow(value)), true;
  const std::size_t start = layout_.start(*first);
  const std::size_t end = layout_.value_end(last_of(spot));
  const std::string line = '\n' + std::string(layout_.column(start), ' ');
  std::string items;
  for (std::size_t i = 0; i < value.children.size(); ++i) {
    if (i > 0) (items += ',') += line;
    Value one{.kind = value.kind};
    if (value.kind == Kind::mapping) one.keys = {value.keys[i]};
    one.children = {value.children[i]};
    const std::string written = write_flow(one);
    items += written.substr(1, written.size() - 2);
  }
  put(start, end - start, std::move(items));
  return true;
}

/// Behind a comma that follows on the same line, else `at`.
std::size_t Edits::behind_comma(std::size_t at) const {
  const std::size_t next = text_.find_first_not_of(' ', at);
  return next != std::string_view::npos && text_[next] == ',' ? next + 1 : at;
}

bool Edits::has_own_lines(const Spot& spot) const {
  return layout_.begins_line(layout_.start(spot)) &&
         layout_.ends_line(behind_comma(layout_.value_end(spot)));
}

void Edits::put_before(const Spot& spot, const std::string& written) {
  const std::size_t start = layout_.start(spot);
  if (!has_own_lines(spot)) return put(start, 0, written + ", ");
  const std::size_t line = layout_.line_start(start);
  put_lines(layout_.comments_above(line), std::string(start - line, ' ') + written + ",\n");
}

void Edits::put_last(const Spot& collection, const std::string& written) {
  if (!layout_.first_child(collection))
    return put(tree_.nodes[collection.node].offset + 1, 0, written);
  const Spot last = last_of(collection);
  const std::size_t end = layout_.value_end(last);
  if (!has_own_lines(last)) return put(end, 0, ", " + written);
  const bool has_comma = behind_comma(end) != end;
  if (!has_comma) put(end, 0, ",");
  const std::string indent(layout_.column(layout_.start(last)), ' ');
  put_lines(layout_.next_line(end), indent + written + (has_comma ? ",\n" : "\n"));
}

void Edits::remove_in_brackets(const Spot& spot) {
  const Node& parent = tree_.nodes[spot.parent];
  const std::size_t start = layout_.start(spot);
  const std::size_t end = layout_.value_end(spot);
  const std::size_t tail = behind_comma(end);
  const std::size_t parent_end = std::size_t{parent.offset} + parent.length;
  if (layout_.is_only_child(spot) && !layout_.has_comment(parent.offset, parent_end))
    return cut(parent.offset + 1, parent_end - 1);
  const std::size_t line = layout_.line_start(start);
  const bool begins_line = layout_.begins_line(start);
  const std::size_t comments = begins_line ? layout_.comments_above(line) : line;
  // What is left above keeps its comma: one may stand behind the last item.
  if (has_own_lines(spot)) return cut(comments, layout_.next_line(tail));
  cut(comments, line);
  if (const auto next = layout_.next(spot)) {
    const std::size_t next_start = layout_.start(*next);
    if (text_.find_first_not_of(' ', tail) == next_start) return cut(start, next_start);
    const std::size_t spaces = text_.find_last_not_of(' ', start - 1) + 1;
    return cut(!begins_line && layout_.ends_line(tail) ? spaces : start, tail);
  }
  if (spot.previous != 0 && !begins_line) {
    const Node& above = tree_.nodes[spot.previous];
    return cut(std::size_t{above.offset} + above.length, end);
  }
  cut(start, tail);
}

}  // namespace rapport::yaml
