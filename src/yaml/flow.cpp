// Collections in brackets: on one line, or on several that are all deeper than their entry.
#include "yaml/reader.hpp"

namespace rapport::yaml {

bool Reader::flow(int column) { return *at_ == '[' ? flow_list(column) : flow_mapping(column); }

bool Reader::flow_list(int column) {
  const Bracket bracket{.opener = at_, .column = column, .closing = ']'};
  std::uint32_t self = 0;
  if (!open(Kind::list, Style::flow, self)) return false;
  ++at_;
  for (bool closed = false; !closed;) {
    if (!flow_space(bracket)) return false;
    if (*at_ == ']') {
      ++at_;
      break;
    }
    no_key();
    const std::uint32_t item = count_;
    if (!flow_value(column) || !flow_separator(bracket, item, closed)) return false;
  }
  value_end_ = at_;
  close(self);
  return true;
}

bool Reader::flow_mapping(int column) {
  const Bracket bracket{.opener = at_, .column = column, .closing = '}'};
  Keys keys;
  if (!open(Kind::mapping, Style::flow, keys.mapping)) return false;
  ++at_;
  for (bool closed = false; !closed;) {
    if (!flow_space(bracket)) return false;
    if (*at_ == '}') {
      ++at_;
      break;
    }
    const std::uint32_t node = count_;
    if (!flow_entry(keys, bracket) || !flow_separator(bracket, node, closed)) return false;
  }
  if (!check_many(keys)) return false;
  value_end_ = at_;
  close(keys.mapping);
  return true;
}

bool Reader::flow_entry(Keys& keys, const Bracket& bracket) {
  if (!key(true) || !remember(keys)) return false;
  const char* const key_line = line_;
  if (!flow_space(bracket)) return false;
  if (*at_ == ',' || *at_ == '}' || *at_ == ']')
    return fail(Problem::flow_value, origin_ + key_offset_, key_length_);
  if (line_ != key_line && *at_ != '[' && *at_ != '{')
    return fail(Problem::several_lines, at_, rest_of_line(at_).size());
  return flow_value(bracket.column);
}

bool Reader::flow_value(int column) {
  const char first = *at_;
  if (first == '[' || first == '{') return flow(column);
  if (first == '"' || first == '\'') return quoted();
  if (is(first, class_of::indicator)) return refuse_value(true);
  if (first == '-' && (is_space_or_end(at_[1]) || is(at_[1], class_of::flow_mark)))
    return refuse_value(true);
  return plain<true>();
}

/// Over spaces, comments and line ends. A line that is not deeper than the entry, or the end of the
/// file, means that the collection was never closed.
bool Reader::flow_space(const Bracket& bracket) {
  // Most often nothing is in between, or one space, on the line of the bracket.
  if (*at_ == ' ') ++at_;
  if (is(*at_, class_of::key) && bracket.opener >= line_) return true;
  for (;;) {
    skip_spaces();
    if (*at_ == '\t') return fail(Problem::tab, at_, 1);
    if (*at_ == '#' && (at_ == line_ || at_[-1] == ' ')) {
      if (!comment()) return false;
    } else if (!is_line_end(*at_)) {
      const bool is_deeper = bracket.opener >= line_ || at_ - line_ > bracket.column;
      return is_deeper || refuse_shallow(bracket);
    }
    at_ += *at_ == '\r' ? 2 : 1;
    if (at_ >= end_) return fail(Problem::flow, bracket.opener, 1);
    line_ = at_;
  }
}

/// From behind an item or entry to behind the comma or the closing bracket.
bool Reader::flow_separator(const Bracket& bracket, std::uint32_t node, bool& closed) {
  const char* const line = line_;
  if (!flow_space(bracket)) return false;
  closed = *at_ == bracket.closing;
  if (closed || *at_ == ',') {
    ++at_;
    return true;
  }
  return refuse_separator(bracket, node, line_ == line);
}

}  // namespace rapport::yaml
