// A template after reading: its text between the tags, and the tags. Everything points into the
// source, so that a message can say where it stands.
#pragma once

#include "template/source.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::templates {

/// One `| filter argument …`.
struct Use {
  std::string_view name;
  std::vector<std::string_view> arguments;
};

struct Node {
  enum class Kind { text, value, section, inverted, partial };

  Kind kind = Kind::text;
  std::size_t offset = 0;           // of the text, or of the tag
  std::string_view text = {};       // the text, or the name
  std::vector<Use> filters = {};    // of a value or a section
  std::string indent = {};          // of a partial that stands alone on its line
  std::vector<Node> children = {};  // of a section
};

struct Tree {
  std::string path = {};
  std::string text = {};   // what the nodes point into
  std::size_t indent = 0;  // characters that were put before each line
  std::vector<Node> nodes = {};
};

/// Reads `source` as if each of its lines began with `indent`. All mistakes go to `problems`; the
/// tree then holds what could be read. The tree must not be moved away from its nodes: it stays
/// where it is made.
void parse(const Source& source, std::string_view indent, Tree& tree,
           std::vector<Problem>& problems);

/// Where `offset` is in the source as it was written.
Problem problem_at(const Tree& tree, std::size_t offset, std::string message,
                   std::string hint = {});

}  // namespace rapport::templates
