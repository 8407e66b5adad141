// What a mapping or list consists of, comments and blank lines included: for writing it in another
// form without losing any of them.
#pragma once

#include "yaml/layout.hpp"

#include <string_view>
#include <vector>

namespace rapport::yaml {

/// An entry of a mapping or an item of a list. Lines are without indentation and line end.
struct Part {
  Spot spot;
  std::string_view key;                      // empty: an item
  std::vector<std::string_view> above = {};  // blank lines, and comments that a blank line follows
  std::vector<std::string_view> lead = {};   // its own comments
  std::string_view behind =
      {};  // the comment on its first line, or behind its brackets, with its space
};

struct Parts {
  std::vector<Part> parts;
  std::vector<std::string_view> tail;  // below the last one
};

class PartReader {
 public:
  PartReader(std::string_view text, const Tree& tree, const Layout& layout)
      : text_(text), tree_(tree), layout_(layout) {}

  /// The whole record.
  Parts root() const;
  Parts of(const Spot& collection) const;

 private:
  Parts block(const Spot& spot, std::size_t from, std::size_t to) const;
  Parts flow(const Spot& spot) const;
  void between(std::size_t from, std::size_t to, std::string_view& behind,
               std::vector<std::string_view>& lead) const;
  Part part(const Spot& spot) const;
  void put_lines(std::vector<std::string_view>& lines, std::size_t from, std::size_t to) const;
  std::string_view comment_at(std::size_t at) const;

  std::string_view text_;
  const Tree& tree_;
  const Layout& layout_;
};

}  // namespace rapport::yaml
