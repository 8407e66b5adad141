#include "yaml_random_record.hpp"

#include <algorithm>
#include <array>

namespace rapport::yaml::testing {
namespace {

constexpr std::array<std::string_view, 6> plain_texts = {"word", "two words", "it's",
                                                         "why?", "2015",      "été"};
constexpr std::array<std::string_view, 8> quoted_texts = {"",     "a: b", "x, y", "#no",
                                                          "'so'", "null", "0041", "no"};
constexpr std::array<std::string_view, 5> line_texts = {"one\ntwo\n", "one\n\n  two", "a: b\n# c\n",
                                                        "one", "- one\n"};

class Maker {
 public:
  explicit Maker(std::mt19937& random) : random_(random) {}

  MadeRecord record() {
    MadeRecord made;
    if (chance(6)) comment(0), blank();
    if (chance(10)) lines_.emplace_back("---");
    made.root.kind = Kind::mapping;
    mapping(made.root, 0, 0, false);
    if (chance(5)) blank();
    made.lines = std::move(lines_);
    made.is_crlf = chance(4);
    made.has_mark = chance(8);
    made.lacks_end =
        chance(6) && made.lines.size() > 1 && !made.lines.back().empty() && !ends_in_text_;
    made.comments = comments_;
    return made;
  }

 private:
  bool chance(std::size_t of) { return random_() % of == 0; }
  std::size_t below(std::size_t limit) { return random_() % limit; }
  template <std::size_t N>
  std::string one_of(const std::array<std::string_view, N>& texts) {
    return std::string(texts[below(N)]);
  }

  std::string mark() { return "# " + comment_word(++comments_) + (chance(3) ? " a: [b" : ""); }
  void comment(std::size_t column) {
    lines_.push_back(std::string(column, ' ') + mark());
    keeps_blank_lines_ = false;
  }
  /// Below a text that keeps them they would be part of it.
  void blank() {
    if (!keeps_blank_lines_) lines_.emplace_back();
  }
  void behind(std::string& line) {
    if (chance(5)) line += (chance(2) ? " " : "   ") + mark();
  }

  /// What belongs to the block, and then what belongs to the entry below.
  void above(MadeNode& node, std::size_t column, bool is_first) {
    if (chance(10)) {
      comment(column);
      blank();
    } else if (chance(8) && !is_first) {
      blank();
    }
    node.lead = lines_.size();
    for (std::size_t count = chance(5) ? 1 + below(2) : 0; count > 0; --count) comment(column);
  }

  /// Comments at the end of a block.
  void tail(std::size_t column) {
    if (!chance(9) || column == 0) return;
    if (chance(3)) blank();
    comment(column);
  }

  void mapping(MadeNode& node, std::size_t column, std::size_t depth, bool is_behind_dash) {
    std::vector<std::string> keys = {"a", "b", "c", "d", "e", "f", "g"};
    std::shuffle(keys.begin(), keys.end(), random_);
    const std::size_t count = 1 + below(depth == 0 ? 4 : 3);
    for (std::size_t i = 0; i < count; ++i) {
      MadeNode& child = node.children.emplace_back();
      child.key = keys[i];
      std::string line = std::string(column, ' ') + child.key + ':';
      if (i == 0 && is_behind_dash) {
        child.is_behind_dash = true;
        line = lines_.back() + child.key + ':';
        lines_.pop_back();
        child.lead = lines_.size();
      } else {
        above(child, column, i == 0);
      }
      child.line = lines_.size();
      value(child, std::move(line), column, depth + 1);
      child.end = lines_.size();
    }
    tail(column);
  }

  void value(MadeNode& node, std::string line, std::size_t column, std::size_t depth) {
    keeps_blank_lines_ = false;
    const std::size_t form = below(depth > 3 ? 6 : 10);
    if (form < 5) return scalar(node, std::move(line), column);
    if (form == 5) return brackets(node, std::move(line), column);
    behind(line);
    lines_.push_back(std::move(line));
    if (form < 8) {
      node.kind = Kind::mapping;
      return mapping(node, column + (chance(5) ? 4 : 2), depth, false);
    }
    list(node, column + (chance(3) ? 0 : chance(5) ? 4 : 2), column, depth);
  }

  void list(MadeNode& node, std::size_t column, std::size_t key_column, std::size_t depth) {
    node.kind = Kind::list;
    const std::size_t count = 1 + below(3);
    for (std::size_t i = 0; i < count; ++i) {
      MadeNode& item = node.children.emplace_back();
      above(item, column, i == 0);
      item.line = lines_.size();
      keeps_blank_lines_ = false;
      std::string line = std::string(column, ' ') + '-';
      if (below(3) == 0 && depth < 3) {
        item.kind = Kind::mapping;
        lines_.push_back(line + ' ');
        mapping(item, column + 2, depth + 1, true);
      } else if (chance(6)) {
        brackets(item, std::move(line), column);
      } else {
        scalar(item, std::move(line), column);
      }
      item.end = lines_.size();
    }
    // At the column of its key a comment would belong to the entry below.
    if (column > key_column) tail(column);
  }

  void scalar(MadeNode& node, std::string line, std::size_t column) {
    ends_in_text_ = false;
    const std::size_t style = below(6);
    if (style >= 4) return lines_of_text(node, std::move(line), column, style == 5);
    node.text = style < 2 ? one_of(plain_texts) : make_line();
    (line += ' ') += style < 2 ? node.text : quoted(node.text, style == 2);
    behind(line);
    lines_.push_back(std::move(line));
  }

  std::string make_line() { return chance(2) ? one_of(quoted_texts) : one_of(plain_texts); }

  static std::string quoted(const std::string& text, bool is_double) {
    if (is_double) return double_quoted(text);
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
    return out + '\'';
  }

  void lines_of_text(MadeNode& node, std::string line, std::size_t column, bool is_folded) {
    node.text = is_folded ? "one two\n" : one_of(line_texts);
    const bool has_end = node.text.ends_with('\n');
    node.keeps_blank_lines = !is_folded && has_end && chance(3);
    (line += is_folded ? " >" : " |") += !has_end ? "-" : node.keeps_blank_lines ? "+" : "";
    behind(line);
    lines_.push_back(std::move(line));
    std::string rest = is_folded ? "one\ntwo\n" : node.text + (has_end ? "" : "\n");
    const std::size_t indent = column + 1 + below(3);
    for (std::size_t feed = 0; !rest.empty(); rest.erase(0, feed + 1)) {
      feed = rest.find('\n');
      lines_.push_back(feed == 0 ? "" : std::string(indent, ' ') + rest.substr(0, feed));
    }
    if (node.keeps_blank_lines && chance(2)) {
      blank();
      node.text += '\n';
    }
    keeps_blank_lines_ = node.keeps_blank_lines;
    ends_in_text_ = true;
  }

  void brackets(MadeNode& node, std::string line, std::size_t column) {
    ends_in_text_ = false;
    node.in_brackets = true;
    node.kind = chance(3) ? Kind::mapping : Kind::list;
    if (chance(3)) return lines_in_brackets(node, std::move(line), column);
    (line += ' ') += in_line(node, 0);
    behind(line);
    lines_.push_back(std::move(line));
  }

  std::string in_line(MadeNode& node, std::size_t depth) {
    const bool is_mapping = node.kind == Kind::mapping;
    std::string out(1, is_mapping ? '{' : '[');
    const std::size_t count = below(4);
    for (std::size_t i = 0; i < count; ++i) {
      MadeNode& child = node.children.emplace_back();
      if (i > 0) out += ", ";
      out += bracketed(child, is_mapping, i, depth);
    }
    if (count > 0 && chance(6)) out += ", ";
    return out + (is_mapping ? '}' : ']');
  }

  std::string bracketed(MadeNode& child, bool is_entry, std::size_t number, std::size_t depth) {
    child.is_within_brackets = true;
    child.line = lines_.size();
    std::string out;
    if (is_entry) {
      child.key = std::string(1, static_cast<char>('b' + 2 * number));
      out = child.key + ": ";
    }
    if (depth < 2 && chance(5)) {
      child.in_brackets = true;
      child.kind = chance(2) ? Kind::mapping : Kind::list;
      return out + in_line(child, depth + 1);
    }
    child.text = chance(2) ? "word" : make_line();
    return out + (child.text == "word" ? child.text : quoted(child.text, chance(2)));
  }

  void lines_in_brackets(MadeNode& node, std::string line, std::size_t column) {
    const bool is_mapping = node.kind == Kind::mapping;
    line += is_mapping ? " {" : " [";
    behind(line);
    lines_.push_back(std::move(line));
    const std::size_t count = 1 + below(3);
    for (std::size_t i = 0; i < count; ++i) {
      MadeNode& child = node.children.emplace_back();
      child.lead = lines_.size();
      if (i > 0 && chance(4)) comment(column + 4);
      std::string item = std::string(column + 4, ' ') + bracketed(child, is_mapping, i, 1);
      child.line = lines_.size();
      child.has_own_lines = true;
      if (i + 1 < count || chance(2)) item += ',';
      behind(item);
      lines_.push_back(std::move(item));
      child.end = lines_.size();
    }
    if (chance(6)) comment(column + 4);
    std::string closing = std::string(column + 2, ' ') + (is_mapping ? '}' : ']');
    behind(closing);
    lines_.push_back(std::move(closing));
  }

  std::mt19937& random_;
  Lines lines_;
  std::size_t comments_ = 0;
  bool ends_in_text_ = false;
  bool keeps_blank_lines_ = false;
};

}  // namespace

Value MadeNode::value() const {
  Value out{.kind = kind, .in_brackets = in_brackets, .text = text};
  for (const MadeNode& child : children) {
    if (kind == Kind::mapping) out.keys.push_back(child.key);
    out.children.push_back(child.value());
  }
  return out;
}

std::string MadeRecord::text() const {
  std::string out = has_mark ? "\xef\xbb\xbf" : "";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += lines[i];
    if (i + 1 < lines.size() || !lacks_end) out += is_crlf ? "\r\n" : "\n";
  }
  return out;
}

MadeRecord make_record(std::mt19937& random) { return Maker(random).record(); }

std::string make_text(std::mt19937& random) {
  switch (random() % 3) {
    case 0:
      return std::string(plain_texts[random() % plain_texts.size()]);
    case 1:
      return std::string(quoted_texts[random() % quoted_texts.size()]);
    default:
      return std::string(line_texts[random() % line_texts.size()]);
  }
}

std::string comment_word(std::size_t number) { return 'c' + std::to_string(number) + 'z'; }

}  // namespace rapport::yaml::testing
