// The form of a query, before its fields and values are known.
#pragma once

#include "query/mistake.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace rapport::query {

/// A part of the query and what it says: without quotes and their escapes.
struct Piece {
  std::string text;
  Span at;
  bool is_quoted = false;
};

enum class Compare : std::uint8_t { is, contains, below, at_most, above, at_least };

/// One of the values a term lists: `ngo`, `>=2015`, `2014..2016`, `2014..`, `~land`.
struct Choice {
  Compare how = Compare::is;
  bool is_range = false;  // then an empty `from` or `to` leaves that side open
  Piece from;
  Piece to;
  Span at;
};

struct Expression {
  enum class Kind : std::uint8_t {
    all,   // every part; without parts, everything
    any,   // at least one part
    none,  // not the one part
    term,  // field:choices
    item,  // field:(part), one item of the field for all of it
    words,
  };
  Kind kind = Kind::all;
  std::vector<Expression> parts = {};
  Piece name = {};  // term, item: the field; words: the text
  std::vector<Choice> choices = {};
};

/// Reads the form of a query; an empty text asks for everything.
Outcome<Expression> parse(std::string_view text);

}  // namespace rapport::query
