// The inside of one tag: its kind, its name, its filters.
#pragma once

#include "template/tree.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::templates {

struct Delimiters {
  std::string open = "{{";
  std::string close = "}}";

  /// `content` is what stands in a set-delimiter tag: "=<% %>=". False when it is not that.
  bool change(std::string_view content);
};

struct Tag {
  enum class Kind { value, section, inverted, close, partial, comment, delimiters };

  Kind kind = Kind::value;
  std::size_t start = 0;
  std::size_t end = 0;                         // behind the closing delimiter
  char sigil = ' ';                            // the character that makes the kind
  std::string_view content = {};               // without it, trimmed
  std::optional<std::size_t> open_quote = {};  // of an argument, that is never closed
};

/// The tag that opens at `start`, or none when it is not closed.
std::optional<Tag> read_tag(std::string_view text, std::size_t start, const Delimiters& delimiters);

struct Mistake {
  std::string what;
  std::string hint;
};

/// What of Mustache is not to be had here, or null.
const Mistake* fault(const Tag& tag);

/// Fills name and filters of `node` from `name | filter argument 'argument' | …`.
std::optional<Mistake> read_expression(std::string_view content, Node& node);

/// What the literal text before a tag has opened: a value in code would show its escapes, and one
/// in angle brackets could become a tag or an address.
class Surroundings {
 public:
  void pass(std::string_view text);

  /// A message, or null when a value may stand here.
  const char* forbids_value() const;

 private:
  std::size_t fence_ = 0;  // backticks that opened code
  bool angle_ = false;
};

}  // namespace rapport::templates
