// Records at random, with comments of every sort, quotes, block scalars, blank lines and brackets,
// and with what their text says and where, so that an edit can be checked without our reader.
#pragma once

#include "yaml/write.hpp"

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::yaml::testing {

using Lines = std::vector<std::string>;

/// A value, and its lines: from `lead`, its own comments, up to `end`, behind the comments of the
/// blocks that end with it.
struct MadeNode {
  Kind kind = Kind::scalar;
  bool in_brackets = false;
  bool is_within_brackets = false;  // some parent is in brackets
  bool has_own_lines = false;       // an item in brackets: nothing else is on its line
  bool is_behind_dash = false;      // the first entry of an item, on its line
  bool keeps_blank_lines = false;   // |+
  std::string text = {};
  std::string key = {};  // empty: an item
  std::vector<MadeNode> children = {};
  std::size_t lead = 0;
  std::size_t line = 0;
  std::size_t end = 0;

  Value value() const;
};

struct MadeRecord {
  MadeNode root;
  Lines lines;  // without line ends
  bool is_crlf = false;
  bool has_mark = false;     // a byte order mark
  bool lacks_end = false;    // no line end after the last line
  std::size_t comments = 0;  // each has a word of its own: c1z, c2z ...

  std::string text() const;
};

MadeRecord make_record(std::mt19937& random);

/// A text that some forms hold and others do not.
std::string make_text(std::mt19937& random);
std::string comment_word(std::size_t number);

}  // namespace rapport::yaml::testing
