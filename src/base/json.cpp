#include "base/json.hpp"

#include "base/unicode.hpp"

#include <fmt/format.h>

#include <cassert>
#include <cmath>
#include <utility>

namespace rapport::base {
namespace {

void append_escape(std::string& out, char32_t point) {
  switch (point) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(point));
  }
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const char32_t point = next_code_point(text);
    if (point == '"' || point == '\\' || is_control(point) || is_bidi_control(point))
      append_escape(out, point);
    else
      append_point(out, point);
  }
  out += '"';
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out;
  append_string(out, text);
  return out;
}

void JsonWriter::break_line() {
  if (layout_ == Layout::compact) return;
  out_ += '\n';
  out_.append(2 * levels_.size(), ' ');
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  assert((levels_.empty() ? out_.empty() : !levels_.back().object) && "a value without its key");
  if (levels_.empty()) return;
  if (!levels_.back().empty) out_ += ',';
  levels_.back().empty = false;
  break_line();
}

void JsonWriter::begin(char bracket) {
  before_value();
  out_ += bracket;
  levels_.push_back({.object = bracket == '{', .empty = true});
}

void JsonWriter::end(char bracket) {
  assert(!levels_.empty() && levels_.back().object == (bracket == '}') && !after_key_);
  const bool was_empty = levels_.back().empty;
  levels_.pop_back();
  if (!was_empty) break_line();
  out_ += bracket;
}

void JsonWriter::begin_object() { begin('{'); }
void JsonWriter::end_object() { end('}'); }
void JsonWriter::begin_array() { begin('['); }
void JsonWriter::end_array() { end(']'); }

void JsonWriter::key(std::string_view name) {
  assert(!levels_.empty() && levels_.back().object && !after_key_ && "a key outside an object");
  if (!levels_.back().empty) out_ += ',';
  levels_.back().empty = false;
  break_line();
  append_string(out_, name);
  out_ += layout_ == Layout::compact ? ":" : ": ";
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  before_value();
  append_string(out_, value);
}

void JsonWriter::number(std::int64_t value) {
  before_value();
  out_ += fmt::format("{}", value);
}

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  before_value();
  out_ += fmt::format("{}", value);
}

void JsonWriter::flag(bool value) {
  before_value();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  before_value();
  out_ += "null";
}

std::string JsonWriter::take() {
  assert(levels_.empty() && !after_key_ && "something begun was not ended");
  std::string result = std::move(out_);
  out_.clear();
  return result;
}

}  // namespace rapport::base
