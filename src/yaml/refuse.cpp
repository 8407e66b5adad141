// Which fault it is, and where it is best shown, once a text has left the definition. Reading has
// ended by then, so nothing here needs to be fast.
#include "yaml/reader.hpp"

#include <algorithm>

namespace rapport::yaml {

bool Reader::fail(Problem problem, const char* at, std::size_t length, const char* other) {
  fault_ = {problem, offset(at), static_cast<std::uint32_t>(length),
            other == nullptr ? 0 : offset(other)};
  return false;
}

/// From `at` to the end of its line, without a comment or spaces at the end.
std::string_view Reader::rest_of_line(const char* at) const {
  const char* stop = at;
  while (!is_line_end(*stop) && !(*stop == '#' && stop > at && stop[-1] == ' ')) ++stop;
  while (stop > at && stop[-1] == ' ') --stop;
  return {at, static_cast<std::size_t>(stop - at)};
}

/// The first character of the next line below `at` that has more than a comment; null at the end.
const char* Reader::line_below(const char* at, int& column) const {
  for (;;) {
    at = static_cast<const char*>(
        __builtin_memchr(at, '\n', static_cast<std::size_t>(end_ - at) + 1));
    const char* const start = ++at;
    if (start >= end_) return nullptr;
    while (*at == ' ') ++at;
    if (is_line_end(*at) || *at == '#') continue;
    column = static_cast<int>(at - start);
    return at;
  }
}

/// The line of `at_` lacks its colon: what is below is deeper, or is an entry beside it.
bool Reader::has_entry_below() const {
  int column = 0;
  const char* const below = line_below(at_, column);
  const int own = static_cast<int>(at_ - line_);
  return below != nullptr && (column > own || (column == own && after_key(below) != nullptr)) &&
         key_stop(at_) != at_;
}

/// What is wrong whatever was expected here.
bool Reader::refuse_indicator() {
  const char first = *at_;
  const char second = at_[1];
  if (first == '\t') return fail(Problem::tab, at_, 1);
  if (first == '-' && second == '\t') return fail(Problem::tab, at_ + 1, 1);
  if ((first == '&' || first == '*') && !is_space_or_end(second))
    return fail(Problem::anchor, at_, rest_of_line(at_).size());
  if (first == '!') return fail(Problem::tag, at_, 1);
  if (first == '?' && is_space_or_end(second)) return fail(Problem::complex_key, at_, 1);
  if (std::string_view(at_, 3) == "<<:") return fail(Problem::merge_key, at_, 2);
  return true;
}

/// The file does not begin with an entry at column 1.
bool Reader::refuse_start() {
  const std::string_view text = rest_of_line(at_);
  const bool is_key = after_key(at_) != nullptr;
  if (is_key || at_item() || *at_ == '[' || *at_ == '{' || *at_ == '|' || *at_ == '>')
    return fail(Problem::top_level, at_, is_key ? text.find(':') : 1);
  return refuse_key();
}

bool Reader::refuse_key() {
  const std::string_view text = rest_of_line(at_);
  if (at_ == line_) {
    const std::string_view start = text.substr(0, 3);
    if ((start == "---" || start == "...") && is_space_or_end(at_[3]))
      return fail(Problem::document_marker, at_, 3);
    if (*at_ == '%') return fail(Problem::directive, at_, text.size());
  }
  if (!refuse_indicator()) return false;
  if (at_item()) return fail(Problem::indentation, at_, text.size());
  if (at_glued_dash() && count_ > 1) return fail(Problem::dash, at_, 1);
  const std::size_t colon = text.find(": ");
  if (const auto tab = text.find(":\t"); tab < colon) return fail(Problem::tab, at_ + tab + 1, 1);
  return fail(Problem::key, at_, colon == std::string_view::npos ? text.size() : colon);
}

bool Reader::refuse_flow_key() {
  if (!refuse_indicator()) return false;
  const char first = *at_;
  if (first == ',') return fail(Problem::flow_item, at_, 1);
  if (first == ']') return fail(Problem::flow_closing, at_, 1);
  const std::string_view text = rest_of_line(at_);
  const std::size_t stop = text.find_first_of(":,{}[]");
  const std::size_t length = std::min(stop, text.size());
  if (length > 0 && length + 1 < text.size() && text[length] == ':' && text[length + 1] == '\t')
    return fail(Problem::tab, at_ + length + 1, 1);
  const bool lacks_value = length < text.size() && (text[length] == ',' || text[length] == '}');
  if (lacks_value) return fail(Problem::flow_value, at_, length);
  const std::size_t end = std::min(text.find_first_of(",{}[]"), text.size());
  const bool is_glued = text.substr(0, end).find(": ") == std::string_view::npos;
  return fail(Problem::key, at_, is_glued ? end : length);
}

bool Reader::refuse_value(bool in_flow) {
  if (!refuse_indicator()) return false;
  const char first = *at_;
  if (in_flow && first == ',') return fail(Problem::flow_item, at_, 1);
  if (in_flow && (first == ']' || first == '}')) return fail(Problem::flow_closing, at_, 1);
  return fail(Problem::plain, at_, in_flow ? 1 : rest_of_line(at_).size());
}

/// Something deeper than a key, or than a dash that stands alone, that is no value there.
bool Reader::refuse_below() {
  if (!refuse_indicator()) return false;
  if (at_item() || *at_ == '[') return fail(Problem::nested_list, at_, 1);
  if (*at_ == '{') return fail(Problem::flow_below, at_, 1);
  if (at_glued_dash()) return fail(Problem::dash, at_, 1);
  const std::string_view text = rest_of_line(at_);
  const std::size_t colon = text.find(": ");
  if (colon != std::string_view::npos) return fail(Problem::key, at_, colon);
  if (text.ends_with(':')) return fail(Problem::key, at_, text.size() - 1);
  const char* const stop = key_stop(at_);
  const bool is_glued = stop != at_ && *stop == ':' && stop[1] != '/';
  return fail(is_glued || has_entry_below() ? Problem::key : Problem::several_lines, at_,
              text.size());
}

bool Reader::refuse_plain(const char* at, bool in_flow) {
  if (*at == '\t') return fail(Problem::tab, at, 1);
  if (!in_flow || *at != ':') return fail(Problem::plain, at, 1);
  if (key_length_ == 0) return fail(Problem::flow_pair, at, 1);
  const char* word = at;  // `k1 channel: phone`
  while (is(word[-1], class_of::key)) --word;
  const bool lacks_comma = word != at && word[-1] == ' ' && word > at_;
  return lacks_comma ? fail(Problem::flow_comma, word, static_cast<std::size_t>(at - word))
                     : fail(Problem::plain, at, 1);
}

/// A line deeper than the entry or item that ended before it.
bool Reader::refuse_deeper(std::uint32_t entry) {
  const Node& above = nodes_[entry];
  const std::size_t length = rest_of_line(at_).size();
  if (at_glued_dash()) return fail(Problem::dash, at_, 1);
  if (at_item() || above.kind != Kind::scalar) return fail(Problem::indentation, at_, length);
  const char* const value = origin_ + above.offset;
  const char* start = value;
  while (start > origin_ && start[-1] != '\n') --start;
  const bool is_beside = above.key_length == 0 && column_ == value - start;
  if (above.style == Style::plain && is_beside && after_key(at_) != nullptr)
    return fail(Problem::key, value, above.length);
  const bool is_block_text = above.style == Style::literal || above.style == Style::folded;
  return fail(is_block_text ? Problem::block_scalar : Problem::several_lines, at_, length);
}

/// The bracket is closed further below, as far as that can be seen without reading: a quote counts
/// where a text may begin.
bool Reader::is_closed_later(const Bracket& bracket) const {
  int open = 0;
  char before = '[';
  for (const char* at = bracket.opener; at < end_; ++at) {
    const bool is_quote = *at == '"' || *at == '\'';
    if (is_quote && (before == '[' || before == '{' || before == ',' || before == ':')) {
      const char* close = at + 1;
      while (*close != *at && !is_line_end(*close)) ++close;
      at = close;
    } else if (*at == '#' && (at[-1] == ' ' || at[-1] == '\n')) {
      while (!is_line_end(*at)) ++at;
    } else if (*at == '[' || *at == '{') {
      ++open;
    } else if ((*at == ']' || *at == '}') && --open == 0) {
      return true;
    }
    if (*at == '\n' && bracket.closing == ']') {
      const char* text = at + 1;
      while (*text == ' ') ++text;
      if (text - at - 1 <= bracket.column && after_key(text) != nullptr) return false;
    }
    if (*at != ' ' && !is_line_end(*at)) before = *at;
  }
  return false;
}

/// A line that is not deeper than the entry its collection belongs to.
bool Reader::refuse_shallow(const Bracket& bracket) {
  const std::string_view text = rest_of_line(at_);
  if (at_ == line_ && (text == "---" || text == "..."))
    return fail(Problem::document_marker, at_, text.size());
  if (!is_closed_later(bracket)) return fail(Problem::flow, bracket.opener, 1);
  return fail(Problem::flow_shallow, at_, text.size(), bracket.opener);
}

/// Neither a comma nor the closing bracket behind an item.
bool Reader::refuse_separator(const Bracket& bracket, std::uint32_t node, bool is_same_line) {
  if (*at_ == '#') return fail(Problem::comment, at_, 1);
  if (*at_ == ']' || *at_ == '}') return fail(Problem::flow_closing, at_, 1, bracket.opener);
  const bool begins_item = *at_ == '[' || *at_ == '{' || *at_ == '"' || *at_ == '\'';
  if (begins_item || nodes_[node].kind != Kind::scalar) return fail(Problem::flow_comma, at_, 1);
  if (!is_same_line) return fail(Problem::flow_comma, at_, 1);
  return fail(Problem::quote, at_, rest_of_line(at_).size());
}

/// Text behind a value on its line.
bool Reader::refuse_rest(Problem otherwise) {
  if (*at_ == '\t') return fail(Problem::tab, at_, 1);
  if (*at_ == '#') return fail(Problem::comment, at_, 1);
  if (otherwise == Problem::flow_rest && (*at_ == ']' || *at_ == '}'))
    return fail(Problem::flow_closing, at_, 1);
  return fail(otherwise, at_, rest_of_line(at_).size());
}

}  // namespace rapport::yaml
