// One pass over the lines of a file; parse.cpp drives it, flow.cpp and block_scalar.cpp read what
// their names say.
#pragma once

#include "yaml/tree.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_set>

namespace rapport::yaml {

inline constexpr std::uint32_t none = 0xffffffff;

inline bool is_key_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}
inline bool is_key(char c) { return is_key_start(c) || c == '-'; }

class Parser {
 public:
  Parser(std::string_view text, Tree& tree) : text_(text), nodes_(tree.nodes) {}

  Fault run(std::uint32_t start) {
    nodes_.clear();
    pos_ = start;
    if (!next_line())
      return fault_.problem == Problem::none ? Fault{Problem::empty_file, 0, 0} : fault_;
    if (at("---") && (line_end(begin_) == begin_ + 3 || is_space(begin_ + 3))) {
      pos_ = line_end(begin_) + 1;
      if (!next_line())
        return fault_.problem == Problem::none ? Fault{Problem::empty_file, 0, 0} : fault_;
    }
    if (indent_ != 0) return {Problem::top_level, begin_, 1};
    if (text_[begin_] == '-' && is_space_or_end(begin_ + 1)) return {Problem::top_level, begin_, 1};
    const auto root = add(0, 0, Kind::mapping, Style::block, begin_);
    mapping(root, 0, 1);
    if (ok() && more_) fail(Problem::indentation, begin_, 1);
    return fault_;
  }

 private:
  bool ok() const { return fault_.problem == Problem::none; }
  void fail(Problem problem, std::uint32_t offset, std::uint32_t length) {
    if (ok()) fault_ = {problem, offset, length};
    more_ = false;
  }
  char get(std::uint32_t i) const { return i < text_.size() ? text_[i] : '\n'; }
  bool is_space(std::uint32_t i) const { return get(i) == ' '; }
  bool is_space_or_end(std::uint32_t i) const {
    return get(i) == ' ' || get(i) == '\n' || get(i) == '\r';
  }
  bool at(std::string_view word) const { return text_.substr(begin_, word.size()) == word; }
  std::uint32_t line_end(std::uint32_t from) const {
    const auto end = text_.find('\n', from);
    return static_cast<std::uint32_t>(end == std::string_view::npos ? text_.size() : end);
  }
  std::uint32_t content_end(std::uint32_t from) const {
    auto end = line_end(from);
    if (end > from && text_[end - 1] == '\r') --end;
    return end;
  }

  std::uint32_t add(std::uint32_t key, std::uint8_t key_length, Kind kind, Style style,
                    std::uint32_t offset) {
    nodes_.push_back({key, key_length, kind, style, 0, offset, 0, 0});
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }
  void close(std::uint32_t node, std::uint32_t end) {
    nodes_[node].next = static_cast<std::uint32_t>(nodes_.size());
    nodes_[node].length = end - nodes_[node].offset;
  }

  /// Moves to the next line that holds something; `pos_` must be at the start of a line.
  bool next_line() {
    more_ = false;
    while (pos_ < text_.size()) {
      std::uint32_t i = pos_;
      while (get(i) == ' ') ++i;
      const auto end = content_end(pos_);
      if (i >= end) {
        pos_ = line_end(pos_) + 1;
        continue;
      }
      if (text_[i] == '\t') return fail(Problem::tab, i, 1), false;
      if (text_[i] == '#') {
        if (get(i + 1) != ' ' && get(i + 1) != '#' && i + 1 < end)
          return fail(Problem::comment, i, 1), false;
        pos_ = line_end(pos_) + 1;
        continue;
      }
      begin_ = i;
      indent_ = i - pos_;
      if (indent_ == 0 && marker()) return false;
      more_ = true;
      return true;
    }
    return false;
  }

  bool marker() {
    for (const auto mark : {"<<<<<<< ", "=======", ">>>>>>> ", "||||||| "})
      if (at(mark)) return fail(Problem::conflict_marker, begin_, 7), true;
    if ((at("---") && !nodes_.empty() && is_space_or_end(begin_ + 3)) ||
        (at("...") && is_space_or_end(begin_ + 3)))
      return fail(Problem::document_marker, begin_, 3), true;
    if (text_[begin_] == '%') return fail(Problem::directive, begin_, 1), true;
    return false;
  }

  void end_line(std::uint32_t i) {
    while (get(i) == ' ') ++i;
    const auto end = content_end(i);
    if (i < end) {
      if (text_[i] != '#') return fail(text_[i] == '\t' ? Problem::tab : Problem::plain, i, 1);
      if (!comment(i)) return;
    }
    pos_ = line_end(i) + 1;
    next_line();
  }
  bool comment(std::uint32_t i) {
    if (i > 0 && text_[i - 1] != ' ' && text_[i - 1] != '\n')
      return fail(Problem::comment, i, 1), false;
    if (!is_space_or_end(i + 1) && get(i + 1) != '#') return fail(Problem::comment, i, 1), false;
    return true;
  }

  std::uint32_t key_end(std::uint32_t i) const {
    if (!is_key_start(get(i))) return none;
    const auto start = i;
    while (is_key(get(i)) && i < text_.size()) ++i;
    if (i - start > 64 || get(i) != ':' || !is_space_or_end(i + 1)) return none;
    return i;
  }

  void mapping(std::uint32_t node, std::uint32_t column, int depth) {
    if (depth > depth_limit) return fail(Problem::too_deep, begin_, 1);
    std::unordered_set<std::string_view> seen;
    std::uint32_t last = begin_;
    while (ok() && more_ && indent_ == column) {
      if (text_[begin_] == '-' && is_space_or_end(begin_ + 1)) break;
      const auto end = key_end(begin_);
      if (end == none) return bad_key();
      const auto key = text_.substr(begin_, end - begin_);
      if (!seen.insert(key).second) return fail(Problem::duplicate_key, begin_, end - begin_);
      const auto child =
          add(begin_, static_cast<std::uint8_t>(end - begin_), Kind::scalar, Style::empty, end + 1);
      value(child, end + 1, column, depth, true);
      last = nodes_[child].offset + nodes_[child].length;
    }
    if (ok() && more_ && indent_ > column) return fail(Problem::several_lines, begin_, 1);
    close(node, std::max(last, nodes_[node].offset));
  }

  void bad_key() {
    const char c = text_[begin_];
    if (at("<<")) return fail(Problem::merge_key, begin_, 2);
    if (c == '?') return fail(Problem::complex_key, begin_, 1);
    if (c == '&' || c == '*') return fail(Problem::anchor, begin_, 1);
    if (c == '!') return fail(Problem::tag, begin_, 1);
    fail(Problem::key, begin_, content_end(begin_) - begin_);
  }

  void list(std::uint32_t node, std::uint32_t column, int depth) {
    if (depth > depth_limit) return fail(Problem::too_deep, begin_, 1);
    std::uint32_t last = begin_;
    while (ok() && more_ && indent_ == column && text_[begin_] == '-' &&
           is_space_or_end(begin_ + 1)) {
      const auto child = add(0, 0, Kind::scalar, Style::empty, begin_ + 1);
      std::uint32_t i = begin_ + 1;
      while (get(i) == ' ') ++i;
      if (i < content_end(begin_) && text_[i] != '#' && get(i) == '-' && is_space_or_end(i + 1))
        return fail(Problem::nested_list, i, 1);
      if (i < content_end(begin_) && key_end(i) != none) {
        nodes_[child] = {0, 0, Kind::mapping, Style::block, 0, i, 0, 0};
        const auto inner = column + (i - begin_);
        begin_ = i;
        indent_ = inner;
        mapping(child, inner, depth + 1);
      } else {
        value(child, begin_ + 1, column, depth, false);
        if (ok() && nodes_[child].kind == Kind::list && nodes_[child].style == Style::block)
          return fail(Problem::nested_list, nodes_[child].offset, 1);
      }
      last = nodes_[child].offset + nodes_[child].length;
    }
    if (ok() && more_ && indent_ > column) return fail(Problem::several_lines, begin_, 1);
    close(node, last);
  }

  /// The value behind a key or dash at `i`; blocks below must be deeper than `column`.
  void value(std::uint32_t node, std::uint32_t i, std::uint32_t column, int depth, bool is_entry) {
    while (get(i) == ' ') ++i;
    const auto end = content_end(i);
    if (i < end && text_[i] == '\t') return fail(Problem::tab, i, 1);
    if (i >= end || text_[i] == '#') {
      if (i < end && !comment(i)) return;
      pos_ = line_end(i) + 1;
      next_line();
      return below(node, column, depth, is_entry);
    }
    nodes_[node].offset = i;
    const char c = text_[i];
    if (c == '|' || c == '>') return block_scalar(node, i, column);
    if (c == '[' || c == '{') {
      auto at = i;
      flow(node, at, column, depth + 1);
      if (ok()) end_line(at);
    } else if (c == '"' || c == '\'') {
      const auto behind = quoted(node, i);
      if (ok()) end_line(behind);
    } else {
      plain(node, i, end);
    }
    if (ok()) nodes_[node].next = static_cast<std::uint32_t>(nodes_.size());
  }

  void below(std::uint32_t node, std::uint32_t column, int depth, bool is_entry) {
    nodes_[node].next = static_cast<std::uint32_t>(nodes_.size());
    if (!ok() || !more_) return;
    const bool dash = text_[begin_] == '-' && is_space_or_end(begin_ + 1);
    if (dash && (indent_ > column || (is_entry && indent_ == column))) {
      nodes_[node].kind = Kind::list;
      nodes_[node].style = Style::block;
      nodes_[node].offset = begin_;
      return list(node, indent_, depth + 1);
    }
    if (indent_ <= column) return;
    nodes_[node].offset = begin_;
    if (text_[begin_] == '[' || text_[begin_] == '{') {
      auto at = begin_;
      flow(node, at, column, depth + 1);
      if (ok()) end_line(at);
      nodes_[node].next = static_cast<std::uint32_t>(nodes_.size());
      return;
    }
    if (key_end(begin_) == none) {
      const char c = text_[begin_];
      if (c == '&' || c == '*' || c == '!' || c == '?') return bad_key();
      return fail(Problem::several_lines, begin_, content_end(begin_) - begin_);
    }
    nodes_[node].kind = Kind::mapping;
    nodes_[node].style = Style::block;
    mapping(node, indent_, depth + 1);
  }

  void plain(std::uint32_t node, std::uint32_t i, std::uint32_t end) {
    const auto length = check_plain(i, end, false);
    if (!ok()) return;
    set(node, Style::plain, i, length);
    end_line(i + length);
  }

  /// The length of a plain scalar that begins at `i` and ends before `end` at the latest.
  std::uint32_t check_plain(std::uint32_t i, std::uint32_t end, bool in_flow) {
    const char c = text_[i];
    if (c == '&' || c == '*') return fail(Problem::anchor, i, 1), 0U;
    if (c == '!') return fail(Problem::tag, i, 1), 0U;
    if (c == '#') return fail(Problem::comment, i, 1), 0U;
    if (std::strchr(",[]{}|>%@`\"'", c) != nullptr || (c == '?' && is_space_or_end(i + 1)) ||
        (c == ':') || (c == '-' && is_space_or_end(i + 1)) || c == '?')
      return fail(Problem::plain, i, 1), 0U;
    std::uint32_t j = i;
    for (; j < end; ++j) {
      const char d = text_[j];
      if (d == '\t') return fail(Problem::tab, j, 1), 0U;
      if (d == '#' && j > i) {
        if (text_[j - 1] == ' ') {
          if (!is_space_or_end(j + 1) && get(j + 1) != '#') return fail(Problem::comment, j, 1), 0U;
          break;
        }
      }
      if (d == ':' && (j + 1 >= end || text_[j + 1] == ' ' ||
                       (in_flow && std::strchr(",[]{}", text_[j + 1]) != nullptr)))
        return fail(Problem::plain, j, 1), 0U;
      if (in_flow && std::strchr(",[]{}", d) != nullptr) break;
    }
    while (j > i && text_[j - 1] == ' ') --j;
    const auto word = text_.substr(i, j - i);
    if (word == "~" || word == "null" || word == "Null" || word == "NULL")
      return fail(Problem::null_word, i, j - i), 0U;
    return j - i;
  }

  void set(std::uint32_t node, Style style, std::uint32_t offset, std::uint32_t length) {
    nodes_[node].kind = Kind::scalar;
    nodes_[node].style = style;
    nodes_[node].offset = offset;
    nodes_[node].length = length;
    nodes_[node].next = static_cast<std::uint32_t>(nodes_.size());
  }

  std::uint32_t quoted(std::uint32_t node, std::uint32_t i) {
    const char quote = text_[i];
    const auto end = content_end(i);
    std::uint32_t j = i + 1;
    for (; j < end; ++j) {
      if (text_[j] == quote) {
        if (quote == '\'' && get(j + 1) == '\'') {
          ++j;
          continue;
        }
        break;
      }
      if (quote == '"' && text_[j] == '\\') {
        const auto length = escape(j);
        if (length == 0) return fail(Problem::escape, j, 2), j;
        j += length - 1;
      }
    }
    if (j >= end) return fail(Problem::quote, i, 1), j;
    set(node, quote == '"' ? Style::double_quoted : Style::single_quoted, i, j + 1 - i);
    if (get(j + 1) == '#') return fail(Problem::comment, j + 1, 1), j;
    return j + 1;
  }

  std::uint32_t escape(std::uint32_t i) const {
    const char c = get(i + 1);
    if (std::strchr("\"\\/nt", c) != nullptr && c != 0) return 2;
    const std::uint32_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits == 0) return 0;
    std::uint32_t code = 0;
    for (std::uint32_t k = 0; k < digits; ++k) {
      const char d = get(i + 2 + k);
      const int digit = d >= '0' && d <= '9'   ? d - '0'
                        : d >= 'a' && d <= 'f' ? d - 'a' + 10
                        : d >= 'A' && d <= 'F' ? d - 'A' + 10
                                               : -1;
      if (digit < 0) return 0;
      code = code * 16 + static_cast<std::uint32_t>(digit);
    }
    const bool surrogate = code >= 0xd800 && code <= 0xdfff;
    const bool control = code < 0x20 ? code != '\n' && code != '\t' : code >= 0x7f && code < 0xa0;
    if (surrogate || control || code > 0x10ffff || code == 0x2028 || code == 0x2029) return 0;
    return digits + 2;
  }

  void block_scalar(std::uint32_t node, std::uint32_t i, std::uint32_t column);

  /// Skips spaces, comments and line ends inside a flow collection.
  bool flow_space(std::uint32_t& i, std::uint32_t column);

  void flow(std::uint32_t node, std::uint32_t& i, std::uint32_t column, int depth);

  void flow_value(std::uint32_t node, std::uint32_t& i, std::uint32_t column, int depth);

  std::string_view text_;
  std::vector<Node>& nodes_;
  Fault fault_;
  std::uint32_t pos_ = 0;
  std::uint32_t begin_ = 0;
  std::uint32_t indent_ = 0;
  bool more_ = false;
};

}  // namespace rapport::yaml
