#include "generate.hpp"

#include "oracle.hpp"

#include <array>
#include <vector>

namespace rapport::oracle {
namespace {

/// xorshift: the same numbers on every machine and with every library.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15U + 0x2545f4914f6cdd1dU) {}
  std::size_t below(std::size_t limit) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<std::size_t>((state_ >> 11) % limit);
  }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <std::size_t size>
  const char* pick(const std::array<const char*, size>& from) {
    return from[below(size)];
  }

 private:
  std::uint64_t state_;
};

constexpr std::array words = {"land",
                              "NO",
                              "014",
                              "2026-03-20",
                              "18:00-21:00",
                              "-5",
                              "+999",
                              "it's",
                              "a#b",
                              "x:y",
                              "\xc3\xa9t\xc3\xa9",
                              "\"so\"",
                              "http://x/y",
                              "--",
                              "=",
                              "100%",
                              "(old)",
                              "a/b;",
                              "\xd8\xa3\xd8\xad\xd9\x85\xd8\xaf",
                              "\xf0\x9f\x98\x80",
                              "true",
                              "1_000",
                              "a-",
                              "*"};
constexpr std::array odd = {": ", " #", "#", "- ", "'", "\"", "\\", "\t",
                            "{",  "]",  ",", "?",  "~", "&a", ""};

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : dice_(seed) {}

  Generated take() {
    blanks();
    if (dice_.one_in(4)) text_ += "---\n";
    mapping(0, 0);
    if (dice_.one_in(8)) crlf();
    return {std::move(text_), std::move(form_)};
  }

 private:
  /// Words that may stand plain anywhere; some words may not come first.
  std::string plain() {
    std::string text = "w";
    for (std::size_t i = dice_.below(5); i > 0; --i)
      (text += dice_.one_in(5) ? "" : " ") += dice_.pick(words);
    return text;
  }

  std::string anything() {
    std::string text;
    for (std::size_t i = dice_.below(6); i > 0; --i)
      text += dice_.one_in(2) ? dice_.pick(odd) : dice_.pick(words);
    return text;
  }

  void indent(std::size_t column) { text_.append(column, ' '); }

  void blanks() {
    while (dice_.one_in(6)) {
      indent(dice_.below(5));
      if (dice_.one_in(2)) text_ += "# a comment: [\"";
      text_ += '\n';
    }
  }

  void end_line() {
    if (dice_.one_in(6)) text_ += "  ";
    if (dice_.one_in(6)) text_ += " # c, 'd'";
    text_ += '\n';
    blanks();
  }

  std::string key(std::size_t number) {
    static constexpr std::array keys = {"kind", "name", "since", "x-y", "A_1", "0", "no", "text"};
    std::string name = dice_.pick(keys) + std::to_string(number);
    put_text(form_, name);
    return name;
  }

  void mapping(std::size_t column, int depth) {
    form_ += '{';
    // The first entry's indentation is there already.
    for (std::size_t i = 0, count = 1 + dice_.below(6); i < count; ++i) {
      if (i > 0) indent(column);
      text_ += key(i) + ':';
      value(column, column + 1 + dice_.below(4), depth, true);
    }
    form_ += '}';
  }

  void list(std::size_t column, int depth) {
    form_ += '[';
    for (std::size_t i = 0, count = 1 + dice_.below(4); i < count; ++i) {
      indent(column);
      text_ += '-';
      const std::size_t spaces = 1 + dice_.below(3);
      if (depth < 5 && dice_.one_in(3)) {
        if (dice_.one_in(4)) {
          end_line();
          indent(column + spaces);
          mapping(column + spaces, depth + 1);
        } else {
          text_.append(spaces, ' ');
          mapping(column + 1 + spaces, depth + 1);
        }
      } else {
        text_.append(spaces - 1, ' ');
        value(column, column + 1 + dice_.below(3), 9, false);
      }
    }
    form_ += ']';
  }

  /// Behind a colon or a dash. `deeper` is a column for what goes below.
  void value(std::size_t column, std::size_t deeper, int depth, bool may_be_empty) {
    const std::size_t kind = dice_.below(depth < 5 ? 10 : 7);
    if (kind == 0 && may_be_empty) {
      form_ += '~';
      return end_line();
    }
    if (kind == 1) return block_scalar(column, deeper);
    if (kind >= 7) {
      end_line();
      if (kind == 7) return list(dice_.one_in(2) ? column : deeper, depth + 1);
      indent(deeper);
      return mapping(deeper, depth + 1);
    }
    text_.append(1 + dice_.below(2), ' ');
    if (kind == 2)
      flow(column, 0);
    else
      scalar(false);
    end_line();
  }

  void scalar(bool in_flow) {
    const std::size_t kind = dice_.below(4);
    if (kind == 0) return single_quoted(anything());
    if (kind == 1) return double_quoted(anything());
    std::string text = plain();
    if (!in_flow && dice_.one_in(4)) text += ", [x]{y}?";
    text_ += text;
    put_text(form_, text);
  }

  void single_quoted(const std::string& text) {
    put_text(form_, text);
    text_ += '\'';
    for (const char c : text) (text_ += c) += c == '\'' ? "'" : "";
    text_ += '\'';
  }

  void double_quoted(std::string text) {
    if (dice_.one_in(3)) text += '\n';
    const bool has_escape = dice_.one_in(3);
    put_text(form_, has_escape ? text + "\xc3\xa9" : text);
    text_ += '"';
    for (const char c : text) {
      if (c == '\n')
        text_ += "\\n";
      else if (c == '\t')
        text_ += dice_.one_in(2) ? "\\t" : "\t";
      else if (c == '"' || c == '\\')
        (text_ += '\\') += c;
      else
        text_ += c;
    }
    if (has_escape) text_ += dice_.one_in(2) ? "\\u00e9" : "\\U000000E9";
    text_ += '"';
  }

  void flow_break(std::size_t column) {
    if (!dice_.one_in(8)) return;
    end_line();
    indent(column + 1 + dice_.below(4));
  }

  void flow(std::size_t column, int depth) {
    const bool is_list = dice_.one_in(2);
    form_ += is_list ? '[' : '{';
    text_ += is_list ? '[' : '{';
    const std::size_t count = dice_.below(4);
    for (std::size_t i = 0; i < count; ++i) {
      flow_break(column);
      if (!is_list) text_ += key(i) + ": ";
      if (depth < 3 && dice_.one_in(5))
        flow(column, depth + 1);
      else
        scalar(true);
      flow_break(column);
      if (i + 1 < count || dice_.one_in(6)) text_ += dice_.one_in(4) ? "," : ", ";
    }
    flow_break(column);
    text_ += is_list ? ']' : '}';
    form_ += is_list ? ']' : '}';
  }

  /// Literal only: what folding makes of lines is left to the oracles.
  void block_scalar(std::size_t column, std::size_t deeper) {
    std::vector<std::string> lines;
    for (std::size_t i = 0, count = 1 + dice_.below(4); i < count; ++i) {
      std::string line = dice_.one_in(4) ? std::string(dice_.below(4), ' ') : "";
      if (i == 0 || !dice_.one_in(4)) line += "t" + anything();
      lines.push_back(dice_.one_in(5) && i > 0 ? "" : line);
    }
    const std::size_t step = deeper - column;
    const bool needs_digit = lines[0].starts_with(' ');
    text_ += dice_.one_in(2) ? " |" : "  |";
    if (needs_digit || dice_.one_in(6)) text_ += static_cast<char>('0' + step);
    const std::size_t chomp = dice_.below(3);
    text_ += chomp == 0 ? "" : chomp == 1 ? "-" : "+";
    text_ += dice_.one_in(5) ? " # c\n" : "\n";
    std::string meant;
    for (const std::string& line : lines) {
      if (!line.empty()) indent(deeper);
      text_ += line + '\n';
      meant += line + '\n';
    }
    if (chomp != 2) {
      while (meant.ends_with('\n')) meant.pop_back();
      if (chomp == 0) meant += '\n';
    }
    put_text(form_, meant);
  }

  void crlf() {
    std::string text;
    for (const char c : text_) (text += c == '\n' ? "\r" : "") += c;
    text_ = std::move(text);
  }

  Dice dice_;
  std::string text_;
  std::string form_;
};

}  // namespace

Generated generate(std::uint64_t seed) { return Maker(seed).take(); }

}  // namespace rapport::oracle
