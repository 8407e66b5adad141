// The tree of one file: a flat array of nodes in the order of the text. It owns nothing and is
// reused for every file; only patching and `self tree` keep one.
#pragma once

#include "base/arena.hpp"
#include "base/limits.hpp"
#include "yaml/fault.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rapport::yaml {

enum class Kind : std::uint8_t { scalar, mapping, list };
enum class Style : std::uint8_t {
  empty,  // `key:` with nothing: read, and refused when it is decoded
  plain,
  single_quoted,
  double_quoted,
  literal,
  folded,
  block,  // mapping or list
  flow,   // mapping or list
};

struct Node {
  std::uint32_t key_offset;  // 0 with key_length 0: an item of a list, or the root
  std::uint8_t key_length;
  Kind kind;
  Style style;
  std::uint8_t depth;
  std::uint32_t offset;  // of the value: quotes, brackets and block header are part of it
  std::uint32_t length;
  std::uint32_t next;  // index of the node after this one's last descendant
};
static_assert(sizeof(Node) == 20);

struct Tree {
  std::vector<Node> nodes;  // nodes[0] is the root mapping
};

inline constexpr std::size_t size_limit = base::limits::file;
inline constexpr int depth_limit = static_cast<int>(base::limits::file_depth);

struct Parsed {
  Fault error;               // error.problem none: the file was read to its end
  Fault warning;             // a byte order mark
  bool has_unusual = false;  // see is_unusual
};

/// Characters that need a closer look: marks apart from their letters, such as are drawn as nothing
/// or turn the direction of writing, and all other scripts than Latin and Cyrillic.
constexpr bool is_unusual(char32_t point) {
  if (point < 0x300) return point == 0xad;
  return !(point >= 0x400 && point < 0x483) && !(point >= 0x2010 && point < 0x2028);
}

/// Checks encoding and control characters, then reads `text` into `tree` (cleared first). On an
/// error the nodes read so far stay, and nothing may be concluded from what is missing.
/// The file's text must stay in place as long as anything read from it is used.
Parsed parse(std::string_view text, Tree& tree);

/// The text a scalar stands for: `raw` is its span with quotes or block header. A plain scalar, or
/// a quoted one without escapes, is a part of the file; others are written into `arena`.
/// `file` is the whole file's text (the indentation of a block scalar depends on its line).
std::string_view text_of(std::string_view file, std::string_view raw, Style style,
                         base::Arena& arena);

}  // namespace rapport::yaml
