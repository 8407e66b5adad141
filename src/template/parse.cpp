#include "base/text.hpp"
#include "base/unicode.hpp"
#include "template/filters.hpp"
#include "template/tag.hpp"
#include "template/tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rapport::templates {
namespace {

std::string indented(std::string_view text, std::string_view indent) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    out.append(indent).append(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return out;
}

/// They would be printed in a document as a mark that nobody typed, or hide in it.
void check_characters(const Tree& tree, std::vector<Problem>& problems) {
  const bool is_balanced = base::is_bidi_balanced(tree.text);
  for (std::string_view rest = tree.text; !rest.empty() && problems.size() < problem_limit;) {
    const std::size_t offset = tree.text.size() - rest.size();
    const char32_t point = base::next_code_point(rest);
    const bool is_layout = point == '\n' || point == '\r' || point == '\t';
    const bool is_wrong = (base::is_control(point) && !is_layout) || base::is_stray(point) ||
                          (base::is_bidi_control(point) && !is_balanced);
    if (is_wrong)
      problems.push_back(problem_at(
          tree, offset,
          fmt::format("the character U+{:04X} is invisible", static_cast<std::uint32_t>(point)),
          "remove it: it came in when text was pasted"));
  }
}

class Parser {
 public:
  Parser(Tree& tree, std::vector<Problem>& problems)
      : tree_(tree), text_(tree.text), problems_(problems) {}

  void parse() {
    open_.push_back({nullptr, &tree_.nodes});
    while (at_ < text_.size() && next()) {
      if (problems_.size() >= problem_limit) return;
    }
    for (std::size_t i = open_.size(); i-- > 1;)
      wrong(open_[i].section->offset,
            fmt::format("the section '{}' is never closed", open_[i].section->text),
            fmt::format("write {{{{/{}}}}} where it ends", open_[i].section->text));
  }

 private:
  struct Open {
    Node* section;
    std::vector<Node>* nodes;
  };

  void wrong(std::size_t offset, std::string message, std::string hint = {}) {
    problems_.push_back(problem_at(tree_, offset, std::move(message), std::move(hint)));
  }

  /// Reads up to and with the next tag; false at the end.
  bool next() {
    const std::size_t start = text_.find(delimiters_.open, at_);
    if (start == std::string_view::npos) {
      add_text(at_, text_.size());
      return false;
    }
    const auto tag = read_tag(text_, start, delimiters_);
    if (!tag) {
      wrong(start, "this tag is never closed",
            fmt::format("write {} where it ends", delimiters_.close));
      return false;
    }
    std::size_t before = start;
    std::size_t after = tag->end;
    std::string_view indent;
    go_to_line(start);
    if (stands_alone(*tag)) {
      indent = text_.substr(line_, start - line_);
      before = line_;
      after = line_end(after);
    }
    add_text(at_, before);
    at_ = after;
    take(*tag, indent);
    return true;
  }

  /// The line of `offset` becomes the one we are in; it only grows, so that each line is looked
  /// through once, however many tags it has.
  void go_to_line(std::size_t offset) {
    while (line_end_ <= offset && line_end_ < text_.size()) {
      line_ = line_end_;
      line_end_ = line_end(line_);
      first_mark_ = std::min(text_.find_first_not_of(" \t", line_), text_.size());
    }
  }

  std::size_t line_end(std::size_t offset) const {
    const std::size_t end = text_.find('\n', offset);
    return end == std::string_view::npos ? text_.size() : end + 1;
  }

  bool stands_alone(const Tag& tag) const {
    if (tag.kind == Tag::Kind::value || first_mark_ < tag.start) return false;
    std::string_view rest = text_.substr(tag.end);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (rest.starts_with('\r')) rest.remove_prefix(1);
    return rest.empty() || rest.starts_with('\n');
  }

  void add_text(std::size_t start, std::size_t end) {
    if (start >= end) return;
    const auto text = text_.substr(start, end - start);
    check_braces(start, text);
    surroundings_.pass(text);
    open_.back().nodes->push_back({.kind = Node::Kind::text, .offset = start, .text = text});
  }

  /// Braces that end no tag would be printed. Of other delimiters nobody knows what is text.
  void check_braces(std::size_t start, std::string_view text) {
    constexpr std::string_view close = "}}";
    if (delimiters_.close != close) return;
    const bool is_behind_tag = start >= 2 && text_.substr(start - 2, 2) == close;
    if (is_behind_tag && text.starts_with('}'))
      wrong(start, "one brace too many ends this tag", "write }} where it ends");
    else if (const auto at = text.find(close); at != text.npos)
      wrong(start + at, "}} ends no tag",
            "write {{ where it begins; for braces as text take other delimiters: {{=<% %>=}}");
  }

  void take(const Tag& tag, std::string_view indent) {
    if (const auto* message = fault(tag)) return wrong(tag.start, message->what, message->hint);
    if (tag.open_quote)
      return wrong(*tag.open_quote, "this quote is never closed",
                   "an argument in quotes ends on its line; put one with ' in it in \"");
    switch (tag.kind) {
      case Tag::Kind::comment:
        return;
      case Tag::Kind::delimiters:
        if (!delimiters_.change(tag.content))
          wrong(tag.start, "new delimiters are written as {{=<% %>=}}");
        return;
      case Tag::Kind::close:
        return close(tag);
      case Tag::Kind::value:
      case Tag::Kind::section:
      case Tag::Kind::inverted:
      case Tag::Kind::partial:
        return add_tag(tag, indent);
    }
  }

  void add_tag(const Tag& tag, std::string_view indent) {
    Node node{
        .kind = kind_of(tag.kind), .offset = tag.start, .text = {}, .indent = std::string(indent)};
    if (node.kind == Node::Kind::partial) {
      node.text = tag.content;
    } else if (const auto error = read_expression(tag.content, node)) {
      return wrong(tag.start, error->what, error->hint);
    }
    if (node.kind == Node::Kind::value)
      if (const char* message = surroundings_.forbids_value()) wrong(tag.start, message);
    auto& nodes = *open_.back().nodes;
    nodes.push_back(std::move(node));
    const bool opens =
        nodes.back().kind == Node::Kind::section || nodes.back().kind == Node::Kind::inverted;
    if (!opens) return;
    if (open_.size() > depth_limit) return give_up(tag);
    open_.push_back({&nodes.back(), &nodes.back().children});
  }

  /// Whatever follows would be read as if it stood elsewhere.
  void give_up(const Tag& tag) {
    wrong(tag.start, fmt::format("sections are nested deeper than {}", depth_limit),
          "put the inner ones into a template of their own: {{> name}}");
    open_.resize(1);
    at_ = text_.size();
  }

  static Node::Kind kind_of(Tag::Kind kind) {
    if (kind == Tag::Kind::section) return Node::Kind::section;
    if (kind == Tag::Kind::inverted) return Node::Kind::inverted;
    return kind == Tag::Kind::partial ? Node::Kind::partial : Node::Kind::value;
  }

  void close(const Tag& tag) {
    if (open_.size() == 1)
      return wrong(tag.start, fmt::format("'{}' is closed here and was never opened", tag.content));
    if (open_.back().section->text != tag.content)
      return wrong(tag.start, fmt::format("'{}' is closed here, but '{}' is open", tag.content,
                                          open_.back().section->text));
    open_.pop_back();
  }

  Tree& tree_;
  std::string_view text_;
  std::vector<Problem>& problems_;
  std::vector<Open> open_;
  Delimiters delimiters_;
  Surroundings surroundings_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;        // where the line of the last tag begins
  std::size_t line_end_ = 0;    // and where the next one does
  std::size_t first_mark_ = 0;  // what of it is no space
};

}  // namespace

void parse(const Source& source, std::string_view indent, Tree& tree,
           std::vector<Problem>& problems) {
  tree.path = source.path;
  tree.text = indent.empty() ? source.text : indented(source.text, indent);
  tree.indent = indent.size();
  tree.nodes.clear();
  if (!base::is_utf8(tree.text)) {
    problems.push_back({source.path, 1, 1, "this template is not UTF-8", {}});
    return;
  }
  check_characters(tree, problems);
  Parser(tree, problems).parse();
}

Problem problem_at(const Tree& tree, std::size_t offset, std::string message, std::string hint) {
  const std::string_view before = std::string_view(tree.text).substr(0, offset);
  const std::size_t line_end = before.rfind('\n');
  const auto line = line_end == std::string_view::npos ? before : before.substr(line_end + 1);
  const std::size_t column = base::count_points(line) + 1;
  return {.path = tree.path,
          .line = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1,
          .column = column > tree.indent ? column - tree.indent : 1,
          .message = std::move(message),
          .hint = std::move(hint)};
}

}  // namespace rapport::templates
