// Which lines of a text belong to which entry or item, with the comments that belong to it: those
// directly above it, and those in the blocks that end with it.
#pragma once

#include "yaml/tree.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace rapport::yaml {

struct Step;

/// A node, and where it is in the frame of its record.
struct Spot {
  std::uint32_t node = 0;
  std::uint32_t parent = 0;
  std::uint32_t previous = 0;  // the child of the same parent before it; 0: none
  std::size_t column = 0;      // of the entry or item it is the value of
  bool in_flow = false;        // somewhere inside brackets
};

class Layout {
 public:
  Layout(std::string_view text, const Tree& tree) : text_(text), tree_(tree) {}

  std::optional<Spot> child(const Spot& spot, const Step& step) const;
  std::optional<Spot> first_child(const Spot& spot) const;
  /// The child of the same parent behind it.
  std::optional<Spot> next(const Spot& spot) const;
  bool is_only_child(const Spot& spot) const { return spot.previous == 0 && !next(spot); }

  /// A byte order mark takes no column.
  std::size_t line_start(std::size_t at) const;
  std::size_t column(std::size_t at) const { return at - line_start(at); }
  /// Behind the line that a value ends on. A block scalar's span ends there already.
  std::size_t next_line(std::size_t at) const;
  /// Only spaces are before it on its line.
  bool begins_line(std::size_t at) const;
  /// Only spaces and a comment follow on its line.
  bool ends_line(std::size_t at) const;
  /// The first of the comment lines directly above the line that begins at `line`, `floor` at most.
  std::size_t comments_above(std::size_t line, std::size_t floor = 0) const;
  /// From `#` to the end of their lines. No scalar reaches over `from`.
  std::vector<std::string_view> comments(std::size_t from, std::size_t to) const;
  bool has_comment(std::size_t from, std::size_t to) const { return !comments(from, to).empty(); }

  std::size_t value_end(const Spot& spot) const;
  /// Of its key or its dash; inside brackets of the key or the item itself.
  std::size_t start(const Spot& spot) const;
  /// Where the lines begin that are below a key or dash with a block.
  std::size_t body(const Spot& spot) const;
  /// Of an entry or item of a block: where its first line begins, be it a comment; behind a dash,
  /// where it begins itself.
  std::size_t first_line(const Spot& spot) const;
  /// Behind its last line, be it a comment.
  std::size_t end(const Spot& spot) const;

 private:
  std::size_t dash(const Spot& spot) const;
  std::size_t inner_column(const Spot& spot) const;
  std::uint32_t last_child(std::uint32_t node) const;

  std::string_view text_;
  const Tree& tree_;
};

}  // namespace rapport::yaml
