// The parser of queries, by binding powers: `or` binds least, then `and`, which may be left out,
// then `not`. (V. Pratt, "Top down operator precedence", 1973.)
#include "base/limits.hpp"
#include "query/lexer.hpp"

#include <fmt/format.h>

#include <array>

namespace rapport::query {
namespace {

using Kind = Expression::Kind;

constexpr int depth_limit = static_cast<int>(base::limits::query_depth);
enum Power : int { power_or = 1, power_and = 2, power_not = 3 };

bool is_word(const Token& token, std::string_view lower, std::string_view upper) {
  return token.kind == Token::Kind::word &&
         (token.piece.text == lower || token.piece.text == upper);
}

struct Habit {
  std::string_view word;
  std::string_view hint;
};
constexpr std::array<Habit, 9> habits = {{
    {"&&", "write and, or leave it out: two terms must both hold"},
    {"||", "write or"},
    {"!", "write not"},
    {"=", "write field:value, without spaces"},
    {"==", "write field:value, without spaces"},
    {"!=", "write not field:value"},
    {"LIKE", "write field:~text"},
    {"IN", "write field:a,b"},
    {"BETWEEN", "write field:2014..2016"},
}};

const Habit* habit(std::string_view word) {
  for (const auto& row : habits)
    if (row.word == word) return &row;
  return nullptr;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : lexer_(text) {}

  Outcome<Expression> whole() {
    Expression found;
    if (lexer_.peek().kind != Token::Kind::end) found = expression(power_or);
    if (lexer_.peek().kind == Token::Kind::close)
      lexer_.fail({"this parenthesis was never opened", lexer_.peek().piece.at});
    if (lexer_.mistake()) return *lexer_.mistake();
    return found;
  }

 private:
  Expression expression(int least);
  Expression prefix();
  Expression group(const Token& open);
  Expression field(const Piece& name);
  Expression negation();
  Expression missing(const Token& token);
  Expression words(const Token& token);

  Lexer lexer_;
  int depth_ = 0;
  std::string after_;  // the operator something is to follow
};

/// Puts one part more into `whole`, which becomes a list of that kind where it is none yet.
void add(Expression& whole, Kind kind, Expression part) {
  if (whole.kind != kind || whole.parts.empty()) {
    Expression list = {.kind = kind};
    list.parts.push_back(std::move(whole));
    whole = std::move(list);
  }
  whole.parts.push_back(std::move(part));
}

Expression Parser::expression(int least) {
  if (++depth_ > depth_limit)
    lexer_.fail({"this query is nested too deeply", lexer_.peek().piece.at});
  Expression left = prefix();
  while (!lexer_.mistake()) {
    const Token& token = lexer_.peek();
    if (token.kind == Token::Kind::end || token.kind == Token::Kind::close) break;
    const bool is_or = is_word(token, "or", "OR");
    const int power = is_or ? power_or : power_and;
    if (power < least) break;
    if (is_or || is_word(token, "and", "AND")) after_ = lexer_.take().piece.text;
    add(left, is_or ? Kind::any : Kind::all, expression(power + 1));
  }
  --depth_;
  return left;
}

Expression Parser::prefix() {
  const Token token = lexer_.take();
  switch (token.kind) {
    case Token::Kind::open:
      return group(token);
    case Token::Kind::minus:
      after_ = "-";
      return negation();
    case Token::Kind::field:
      return field(token.piece);
    case Token::Kind::quoted:
      return words(token);
    case Token::Kind::word:
      break;
    default:
      return missing(token);
  }
  if (is_word(token, "not", "NOT")) {
    after_ = token.piece.text;
    return negation();
  }
  if (is_word(token, "and", "AND") || is_word(token, "or", "OR") || habit(token.piece.text))
    return missing(token);
  return words(token);
}

Expression Parser::words(const Token& token) {
  if (token.piece.text.find_first_not_of(" \t") == std::string::npos)
    lexer_.fail({"there is nothing between the quotes", token.piece.at});
  return {.kind = Kind::words, .name = token.piece};
}

Expression Parser::missing(const Token& token) {
  const auto& [text, at, is_quoted] = token.piece;
  const bool is_end = token.kind == Token::Kind::end;
  std::string what = fmt::format("'{}' is not a word of a query", text);
  std::string hint = token.kind != Token::Kind::word
                         ? std::string{}
                         : fmt::format("to search for the word itself, write \"{}\"", text);
  if (const Habit* known = habit(text)) {
    hint = known->hint;
  } else if (token.kind == Token::Kind::alien) {
    hint = fmt::format("write field:{}value", text);
  } else if (!after_.empty()) {
    what = fmt::format("something is missing after '{}'", after_);
  } else {
    what = is_end ? "something is missing at the end"
                  : fmt::format("something is missing before '{}'", text);
  }
  lexer_.fail({std::move(what), at, std::move(hint)});  // a mistake made before stays
  return {};
}

Expression Parser::negation() {
  Expression whole = {.kind = Kind::none};
  whole.parts.push_back(expression(power_not));
  return whole;
}

Expression Parser::group(const Token& open) {
  after_.clear();
  if (lexer_.peek().kind == Token::Kind::close) {
    lexer_.fail({"there is nothing between the parentheses", open.piece.at});
    return {};
  }
  Expression inside = expression(power_or);
  if (!lexer_.mistake() && lexer_.peek().kind != Token::Kind::close)
    lexer_.fail({"this parenthesis is never closed", open.piece.at});
  if (!lexer_.mistake()) lexer_.take();
  return inside;
}

Expression Parser::field(const Piece& name) {
  if (!lexer_.at_item()) return {.kind = Kind::term, .name = name, .choices = lexer_.choices(name)};
  Expression whole = {.kind = Kind::item, .name = name};
  const Token open = lexer_.take();
  whole.parts.push_back(group(open));
  return whole;
}

}  // namespace

Outcome<Expression> parse(std::string_view text) { return Parser(text).whole(); }

}  // namespace rapport::query
