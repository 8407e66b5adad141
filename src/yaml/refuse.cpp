// Which fault it is, and where it is best shown, once a text has left the definition. Reading has
// ended by then, so nothing here needs to be fast.
#include "yaml/reader.hpp"

#include <algorithm>

namespace rapport::yaml {

bool Reader::fail(Problem problem, const char* at, std::size_t length) {
  fault_ = {problem, offset(at), static_cast<std::uint32_t>(length)};
  return false;
}

/// From `at` to the end of its line, without a comment or spaces at the end.
std::string_view Reader::rest_of_line(const char* at) const {
  const char* stop = at;
  while (!is_line_end(*stop) && !(*stop == '#' && stop > at && stop[-1] == ' ')) ++stop;
  while (stop > at && stop[-1] == ' ') --stop;
  return {at, static_cast<std::size_t>(stop - at)};
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
  if (at_item()) return fail(Problem::indentation, at_, 1);
  const std::size_t colon = text.find(": ");
  if (const auto tab = text.find(":\t"); tab < colon) return fail(Problem::tab, at_ + tab + 1, 1);
  return fail(Problem::key, at_, colon == std::string_view::npos ? text.size() : colon);
}

bool Reader::refuse_flow_key() {
  if (!refuse_indicator()) return false;
  const char first = *at_;
  if (first == ',' || first == ']') return fail(Problem::flow, at_, 1);
  const std::string_view text = rest_of_line(at_);
  const std::size_t stop = text.find_first_of(":,{}[]");
  const std::size_t length = std::min(stop, text.size());
  if (length > 0 && length + 1 < text.size() && text[length] == ':' && text[length + 1] == '\t')
    return fail(Problem::tab, at_ + length + 1, 1);
  const bool lacks_value = length < text.size() && (text[length] == ',' || text[length] == '}');
  return fail(lacks_value ? Problem::flow : Problem::key, at_, length);
}

bool Reader::refuse_value(bool in_flow) {
  if (!refuse_indicator()) return false;
  const char first = *at_;
  const bool is_mark = first == ',' || first == ']' || first == '}';
  if (in_flow && is_mark) return fail(Problem::flow, at_, 1);
  return fail(Problem::plain, at_, in_flow ? 1 : rest_of_line(at_).size());
}

/// Something deeper than a key, or than a dash that stands alone, that is no value there.
bool Reader::refuse_below() {
  if (!refuse_indicator()) return false;
  if (at_item()) return fail(Problem::nested_list, at_, 1);
  if (*at_ == '[' || *at_ == '{') return fail(Problem::flow, at_, 1);
  const std::string_view text = rest_of_line(at_);
  const std::size_t colon = text.find(": ");
  if (colon != std::string_view::npos) return fail(Problem::key, at_, colon);
  if (text.ends_with(':')) return fail(Problem::key, at_, text.size() - 1);
  return fail(Problem::several_lines, at_, text.size());
}

bool Reader::refuse_plain(const char* at, bool in_flow) {
  if (*at == '\t') return fail(Problem::tab, at, 1);
  const bool is_pair = in_flow && *at == ':' && key_length_ == 0;
  return fail(is_pair ? Problem::flow : Problem::plain, at, 1);
}

/// A line deeper than the entry or item that ended before it.
bool Reader::refuse_deeper(std::uint32_t entry) {
  const Style style = nodes_[entry].style;
  const std::size_t length = rest_of_line(at_).size();
  if (style == Style::plain) return fail(Problem::several_lines, at_, length);
  const bool is_block_text = style == Style::literal || style == Style::folded;
  return fail(is_block_text ? Problem::block_scalar : Problem::indentation, at_, length);
}

/// Text behind a value on its line.
bool Reader::refuse_rest(Problem otherwise) {
  if (*at_ == '\t') return fail(Problem::tab, at_, 1);
  if (*at_ == '#') return fail(Problem::comment, at_, 1);
  return fail(otherwise, at_, rest_of_line(at_).size());
}

}  // namespace rapport::yaml
