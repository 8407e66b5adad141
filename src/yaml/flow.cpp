// Flow collections, over one line or several.
#include "yaml/parser.hpp"

namespace rapport::yaml {

bool Parser::flow_space(std::uint32_t& i, std::uint32_t column) {
  for (;;) {
    while (get(i) == ' ' && i < text_.size()) ++i;
    if (i >= text_.size()) return false;
    if (text_[i] == '\t') return fail(Problem::tab, i, 1), false;
    if (text_[i] == '#') {
      if (!comment(i)) return false;
      i = content_end(i);
    }
    if (text_[i] != '\n' && text_[i] != '\r') return true;
    i = line_end(i) + 1;
    std::uint32_t k = i;
    while (get(k) == ' ' && k < text_.size()) ++k;
    if (k >= text_.size()) return false;
    if (k < content_end(i) && text_[k] != '#' && k - i <= column) return false;
    i = k;
  }
}

void Parser::flow(std::uint32_t node, std::uint32_t& i, std::uint32_t column, int depth) {
  if (depth > depth_limit) return fail(Problem::too_deep, i, 1);
  const auto opener = i;
  const bool is_list = text_[i] == '[';
  const char closer = is_list ? ']' : '}';
  nodes_[node].kind = is_list ? Kind::list : Kind::mapping;
  nodes_[node].style = Style::flow;
  std::unordered_set<std::string_view> seen;
  ++i;
  for (bool comma = true;; comma = false) {
    if (!flow_space(i, column)) return fail(Problem::flow, opener, 1);
    if (text_[i] == closer) break;
    if (!comma) {
      if (text_[i] != ',') return fail(Problem::flow, i, 1);
      ++i;
      if (!flow_space(i, column)) return fail(Problem::flow, opener, 1);
      if (text_[i] == closer) break;
    }
    if (text_[i] == ',') return fail(Problem::flow, i, 1);
    std::uint32_t key = 0;
    std::uint8_t key_length = 0;
    if (!is_list) {
      const auto end = key_end(i);
      if (end == none)
        return begin_ = i, is_key_start(text_[i]) ? fail(Problem::flow, i, 1) : bad_key();
      key = i;
      key_length = static_cast<std::uint8_t>(end - i);
      if (!seen.insert(text_.substr(i, key_length)).second)
        return fail(Problem::duplicate_key, i, key_length);
      i = end + 1;
      if (!flow_space(i, column)) return fail(Problem::flow, opener, 1);
      if (text_[i] == ',' || text_[i] == closer) return fail(Problem::flow, key, key_length);
    }
    const auto child = add(key, key_length, Kind::scalar, Style::plain, i);
    flow_value(child, i, column, depth);
    if (!ok()) return;
  }
  ++i;
  close(node, i);
}

void Parser::flow_value(std::uint32_t node, std::uint32_t& i, std::uint32_t column, int depth) {
  const char c = text_[i];
  if (c == '[' || c == '{') {
    nodes_[node].offset = i;
    return flow(node, i, column, depth + 1);
  }
  if (c == '"' || c == '\'') {
    i = quoted(node, i);
    return;
  }
  const auto length = check_plain(i, content_end(i), true);
  if (!ok()) return;
  if (length == 0) return fail(Problem::flow, i, 1);
  set(node, Style::plain, i, length);
  i += length;
}

}  // namespace rapport::yaml
