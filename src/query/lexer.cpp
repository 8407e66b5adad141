#include "query/lexer.hpp"

#include <fmt/format.h>

#include <array>

namespace rapport::query {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool ends_value(char c) { return is_space(c) || c == '(' || c == ')' || c == ',' || c == '"'; }
bool ends_word(char c) {
  return is_space(c) || c == '(' || c == ')' || c == '"' || c == ':' || c == '=' || c == '<' ||
         c == '>';
}

constexpr std::array<std::string_view, 10> alien = {
    "&&", "||", "==", "!=", "<=", ">=", "!", "=", "<", ">"};

}  // namespace

void Lexer::fail(Mistake mistake) {
  if (!mistake_) mistake_ = std::move(mistake);
  at_ = text_.size();
  next_ = Token{.kind = Token::Kind::end, .piece = {.text = {}, .at = {text_.size(), 0}}};
}

Piece Lexer::piece(std::size_t start) const {
  return {std::string(text_.substr(start, at_ - start)), {start, at_ - start}};
}

void Lexer::skip_spaces() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
}

const Token& Lexer::peek() {
  if (!next_) {
    Token token = read();
    if (!next_) next_ = std::move(token);  // a mistake has put the end there
  }
  return *next_;
}

Token Lexer::take() {
  Token token = peek();
  next_.reset();
  return token;
}

Token Lexer::read() {
  skip_spaces();
  const std::size_t start = at_;
  if (at_ == text_.size()) return {Token::Kind::end, piece(start)};
  const char c = text_[at_];
  if (c == '"') return {Token::Kind::quoted, quoted()};
  if (c == '\'') {
    fail({"text goes in double quotes", {start, 1}, "write \"like this\""});
    return {};
  }
  if (c == '(' || c == ')') {
    ++at_;
    return {c == '(' ? Token::Kind::open : Token::Kind::close, piece(start)};
  }
  if (c == '-') {
    ++at_;
    if (at_ < text_.size() && !is_space(text_[at_])) return {Token::Kind::minus, piece(start)};
    fail({"a minus goes directly before the term it excludes", {start, 1}, "write -tag:old"});
    return {};
  }
  for (const auto word : alien) {
    if (!at(word)) continue;
    at_ += word.size();
    return {Token::Kind::alien, piece(start)};
  }
  return read_bare();
}

Token Lexer::read_bare() {
  const std::size_t start = at_;
  if (text_[at_] == ':') {
    fail({"no field before the colon", {start, 1}, "write field:value, as in country:HND"});
    return {};
  }
  while (at_ < text_.size() && !ends_word(text_[at_]) && !at("!=")) ++at_;
  Piece word = piece(start);
  if (at_ == text_.size() || text_[at_] != ':') {
    if (at("=") || at("!=") || at("<") || at(">")) {
      fail_comparison(start);
      return {};
    }
    return {Token::Kind::word, std::move(word)};
  }
  ++at_;
  return {Token::Kind::field, std::move(word)};
}

/// `kind=ngo`, `engaged<2025`, `kind!=ngo`: says how it is written here.
void Lexer::fail_comparison(std::size_t start) {
  const std::string_view field = text_.substr(start, at_ - start);
  const std::size_t sign = at_;
  while (at_ < text_.size() &&
         (text_[at_] == '=' || text_[at_] == '!' || text_[at_] == '<' || text_[at_] == '>'))
    ++at_;
  const std::string_view written = text_.substr(sign, at_ - sign);
  const std::size_t from = at_;
  while (at_ < text_.size() && !ends_value(text_[at_])) ++at_;
  std::string_view value = text_.substr(from, at_ - from);
  if (value.size() > 1 && value.front() == '\'' && value.back() == '\'')
    value = value.substr(1, value.size() - 2);
  if (value.empty()) value = "value";
  const bool is_order = written.front() == '<' || written.front() == '>';
  const std::string_view order = is_order ? written : std::string_view{};
  fail({fmt::format("a query does not compare with '{}'", written),
        {sign, written.size()},
        written == "!=" || written == "<>" ? fmt::format("write not {}:{}", field, value)
                                           : fmt::format("write {}:{}{}", field, order, value)});
}

Piece Lexer::quoted() {
  const std::size_t start = at_++;
  std::string text;
  for (; at_ < text_.size(); ++at_) {
    char c = text_[at_];
    if (c == '"') {
      ++at_;
      return {std::move(text), {start, at_ - start}, true};
    }
    const bool escapes = c == '\\' && at_ + 1 < text_.size();
    if (escapes && (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\')) c = text_[++at_];
    text += c;
  }
  fail({"this quote is never closed", {start, 1}});
  return {};
}

std::vector<Choice> Lexer::choices(const Piece& field) {
  std::vector<Choice> found;
  Compare carried = Compare::is;
  while (true) {
    found.push_back(choice(field, carried));
    if (mistake_) return {};
    if (found.back().how == Compare::contains) carried = Compare::contains;
    if (at_ == text_.size() || text_[at_] != ',') break;
    ++at_;
  }
  if (at_ < text_.size() && (text_[at_] == '(' || text_[at_] == '"'))
    fail({fmt::format("'{}' in the middle of a value", text_[at_]),
          {at_, 1},
          "put the whole value in double quotes, or a space before it"});
  return found;
}

Choice Lexer::choice(const Piece& field, Compare carried) {
  const std::size_t start = at_;
  Choice choice;
  choice.how = comparison(field);
  if (choice.how == Compare::is) choice.how = carried;
  if (mistake_) return choice;
  choice.from = value(field);
  choice.at = {start, at_ - start};
  const auto dots = choice.from.is_quoted ? std::string::npos : choice.from.text.find("..");
  if (dots == std::string::npos || choice.how == Compare::contains) return choice;
  choice.is_range = true;
  choice.to = {choice.from.text.substr(dots + 2),
               {choice.from.at.offset + dots + 2, choice.from.at.length - dots - 2}};
  choice.from = {choice.from.text.substr(0, dots), {choice.from.at.offset, dots}};
  if (choice.how != Compare::is || (choice.from.text.empty() && choice.to.text.empty()))
    fail({"a range is two values with '..' between them", choice.at,
          fmt::format("write {}:2014..2016, or {}:>=2014", field.text, field.text)});
  return choice;
}

Compare Lexer::comparison(const Piece& field) {
  const std::size_t start = at_;
  constexpr std::array<std::pair<std::string_view, Compare>, 5> signs = {
      {{">=", Compare::at_least},
       {"<=", Compare::at_most},
       {">", Compare::above},
       {"<", Compare::below},
       {"~", Compare::contains}}};
  for (const auto& [sign, how] : signs) {
    if (!at(sign)) continue;
    at_ += sign.size();
    if (!at("=") && !at(">")) return how;
    break;
  }
  if (at_ == start && !at("=") && !at("!")) return Compare::is;
  while (at("=") || at("!") || at("~") || at(">")) ++at_;
  const std::string_view sign = text_.substr(start, at_ - start);
  const bool negates = sign.find('!') != sign.npos || sign == "<>";
  fail({fmt::format("a query does not compare with '{}'", sign),
        {start, sign.size()},
        negates ? fmt::format("write not {}:value", field.text)
                : fmt::format("write {}:value for equal, {}:~text for containing", field.text,
                              field.text)});
  return Compare::is;
}

Piece Lexer::value(const Piece& field) {
  const std::size_t start = at_;
  if (at("\"")) return quoted();
  if (at("'")) {
    fail({"text goes in double quotes",
          {start, 1},
          fmt::format("write {}:\"like this\"", field.text)});
    return {};
  }
  while (at_ < text_.size() && !ends_value(text_[at_])) ++at_;
  if (at_ > start) return piece(start);
  if (text_[start - 1] == ',') {
    fail({"nothing follows the comma",
          {start - 1, 1},
          fmt::format("values follow each other without a space: {}:a,b", field.text)});
    return {};
  }
  const bool is_spaced = at_ < text_.size() && is_space(text_[at_]);
  fail({fmt::format("nothing follows '{}:'", field.text),
        {field.at.offset, start - field.at.offset},
        is_spaced ? "no space follows the colon"
        : field.text == "has"
            ? std::string("write the field that must have a value: has:country")
            : fmt::format("for records with any value, write has:{}", field.text)});
  return {};
}

}  // namespace rapport::query
