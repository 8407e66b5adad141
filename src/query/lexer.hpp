// From the text of a query to its tokens. What follows a field's colon is read otherwise than the
// rest, so the parser asks for the one or the other.
#pragma once

#include "query/syntax.hpp"

#include <optional>

namespace rapport::query {

struct Token {
  enum class Kind : std::uint8_t {
    end,
    open,
    close,
    minus,   // `-` in front of a term
    word,    // a bare word; also and, or, not
    quoted,  // "a phrase"
    field,   // `country:`, with the colon
    alien,   // && || ! = and the like, of other languages
  };
  Kind kind = Kind::end;
  Piece piece;
};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  /// The token at hand; it is read only once.
  const Token& peek();
  Token take();

  /// Behind a field: is there a parenthesis, `contacts:(channel:signal use:preferred)`?
  bool at_item() const { return at_ < text_.size() && text_[at_] == '('; }
  /// Behind a field: its choices, up to the next space or parenthesis.
  std::vector<Choice> choices(const Piece& field);

  /// The first thing that could not be read; then no token that follows means anything.
  const std::optional<Mistake>& mistake() const { return mistake_; }
  void fail(Mistake mistake);

 private:
  Token read();
  Token read_bare();
  Piece quoted();
  Piece value(const Piece& field);
  Choice choice(const Piece& field, Compare carried);
  Compare comparison(const Piece& field);
  void fail_comparison(std::size_t start);
  void skip_spaces();
  bool at(std::string_view word) const { return text_.substr(at_).starts_with(word); }
  Piece piece(std::size_t start) const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<Token> next_;
  std::optional<Mistake> mistake_;
};

}  // namespace rapport::query
