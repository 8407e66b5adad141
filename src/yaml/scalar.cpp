// Plain and quoted scalars. Only their span is kept; what a quoted one says is decoded in text.cpp.
#include "yaml/check.hpp"
#include "yaml/hex.hpp"
#include "yaml/null_word.hpp"
#include "yaml/reader.hpp"

namespace rapport::yaml {

template <bool in_flow>
bool Reader::plain() {
  const char* const start = at_;
  const char* stop = start;
  for (;; ++stop) {
    stop = plain_stop<in_flow>(stop);
    if (in_flow ? *stop == ',' : *stop == '\n') break;  // where most end
    if (*stop == ':') {
      if (is_space_or_end(stop[1])) return refuse_plain(stop, in_flow);
      if (in_flow && (is(stop[1], class_of::flow_mark))) return refuse_plain(stop, in_flow);
    } else if (*stop == '#') {
      if (stop[-1] == ' ') break;
    } else if (*stop == '\t' || *stop == '[' || *stop == '{' || *stop == '?') {
      // yaml-cpp ends a scalar at any '?' in a flow collection.
      return refuse_plain(stop, in_flow);
    } else {
      break;
    }
  }
  while (stop[-1] == ' ') --stop;
  const std::string_view text(start, static_cast<std::size_t>(stop - start));
  if (is_null_word(text)) return fail(Problem::null_word, start, text.size());
  add_scalar(Style::plain, start, stop);
  at_ = stop;
  return true;
}

template bool Reader::plain<false>();
template bool Reader::plain<true>();

bool Reader::quoted() {
  const char* const start = at_;
  const char quote = *start;
  const char* at = start + 1;
  for (;; ++at) {
    while (*at != quote && *at != '\\' && !is_line_end(*at)) ++at;
    if (is_line_end(*at)) return fail(Problem::quote, start, 1);
    if (*at == '\\') {
      if (quote == '"' && !escape(at)) return false;
    } else if (quote == '\'' && at[1] == '\'') {
      ++at;
    } else {
      break;
    }
  }
  ++at;
  add_scalar(quote == '"' ? Style::double_quoted : Style::single_quoted, start, at);
  at_ = at;
  return true;
}

/// From a backslash to the last character of its escape.
bool Reader::escape(const char*& at) {
  const char kind = at[1];
  if (kind == '"' || kind == '\\' || kind == '/' || kind == 'n' || kind == 't') {
    ++at;
    return true;
  }
  const int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  if (digits == 0) return fail(Problem::escape, at, is_line_end(kind) ? 1 : 2);
  char32_t point = 0;
  for (int i = 0; i < digits; ++i) {
    const int digit = hex_digit(at[2 + i]);
    if (digit < 0) return fail(Problem::escape, at, static_cast<std::size_t>(2 + i));
    point = point << 4 | static_cast<char32_t>(digit);
  }
  const std::size_t length = 2 + static_cast<std::size_t>(digits);
  if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
    return fail(Problem::escape, at, length);
  if (is_forbidden(point)) return fail(Problem::control_character, at, length);
  met_unusual_ = met_unusual_ || is_unusual(point);
  at += length - 1;
  return true;
}

}  // namespace rapport::yaml
