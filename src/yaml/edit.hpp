// Where in the text a change goes, and the changed text.
#pragma once

#include "yaml/tree.hpp"
#include "yaml/write.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::yaml {

struct Step;

/// A node, and what writing there depends on.
struct Spot {
  std::uint32_t node = 0;
  std::size_t column = 0;  // of the entry or item it is the value of
  bool in_flow = false;    // somewhere inside brackets
};

Spot root_spot();
std::optional<Spot> child_spot(std::string_view text, const Tree& tree, const Spot& spot,
                               const Step& step);

/// Changes that are collected first and made together; none of them reaches into another.
class Edits {
 public:
  Edits(std::string_view text, const Tree& tree) : text_(text), tree_(tree) {}

  /// Writes another value where a scalar, a flow collection or nothing stands.
  void replace(const Spot& spot, const Value& value);
  void insert(const Spot& mapping, std::string_view key, const Value& value,
              const std::function<std::size_t(std::string_view)>& rank);
  /// The list is not empty.
  void append(const Spot& list, const Value& item);

  std::string apply();

 private:
  struct Edit {
    std::size_t start;
    std::size_t length;
    std::string text;
  };

  void put(std::size_t start, std::size_t length, std::string text);
  void put_lines(std::size_t start, std::string lines);
  std::size_t behind_key(const Node& node, bool drops_space) const;
  void replace_block_scalar(const Node& node, const Written& written);
  void insert_first(const Node& mapping, std::string_view key, const Value& value);
  void insert_in_brackets(const Node& mapping, std::uint32_t before, std::string entry);
  std::size_t line_start(std::size_t at) const;
  std::size_t next_line(std::size_t at) const;
  std::size_t column(std::size_t at) const;
  std::size_t above_comments(std::size_t line) const;

  std::string_view text_;
  const Tree& tree_;
  std::vector<Edit> edits_;
};

}  // namespace rapport::yaml
