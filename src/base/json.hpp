// Writes JSON (RFC 8259) in the order it is told. Names, texts and numbers only go out escaped and
// valid; bytes that are not UTF-8 become the replacement character.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::base {

/// `text` as a JSON string, with its quotes. Controls, bidi controls and line separators are
/// written as escapes, so that the result is safe on a terminal and in a script.
std::string json_string(std::string_view text);

class JsonWriter {
 public:
  enum class Layout { compact, pretty };  // pretty: two spaces a level, an entry a line

  explicit JsonWriter(Layout layout = Layout::pretty) : layout_(layout) {}

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();

  /// The name of the next value; only inside an object.
  void key(std::string_view name);

  void text(std::string_view value);
  void number(std::int64_t value);
  void number(double value);  // not finite: null
  void flag(bool value);
  void null();

  void member(std::string_view name, std::string_view value) { key(name), text(value); }
  void member(std::string_view name, const char* value) { key(name), text(value); }
  void member(std::string_view name, bool value) { key(name), flag(value); }
  void member(std::string_view name, std::integral auto value) {
    key(name), number(static_cast<std::int64_t>(value));
  }

  /// All that was written, without a line end behind it; the writer is empty again. Everything
  /// that was begun must have been ended.
  std::string take();

 private:
  struct Level {
    bool object;
    bool empty;
  };

  void before_value();
  void break_line();
  void begin(char bracket);
  void end(char bracket);

  Layout layout_;
  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace rapport::base
