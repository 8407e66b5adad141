#include "template/tag.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "template/filters.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::templates {
namespace {

Tag::Kind kind_of(char sigil) {
  switch (sigil) {
    case '#':
      return Tag::Kind::section;
    case '^':
      return Tag::Kind::inverted;
    case '/':
      return Tag::Kind::close;
    case '>':
      return Tag::Kind::partial;
    case '!':
      return Tag::Kind::comment;
    case '=':
      return Tag::Kind::delimiters;
    default:
      return Tag::Kind::value;
  }
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_name(std::string_view name) {
  if (name == ".") return true;
  const auto parts = base::split(name, '.');
  return std::ranges::all_of(parts, [](std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](char c) {
      return base::is_lower(c) || base::is_upper(c) || base::is_digit(c) || c == '_' || c == '-';
    });
  });
}

struct Word {
  std::string_view text;
  bool is_quoted = false;

  bool is_bar() const { return text == "|" && !is_quoted; }
};

/// Takes the next word or quoted text off `rest`; nothing at its end.
std::optional<Word> take_word(std::string_view& rest) {
  rest = base::trim(rest);
  if (rest.empty()) return std::nullopt;
  const char first = rest.front();
  if (first == '|') {
    const auto bar = rest.substr(0, 1);
    rest.remove_prefix(1);
    return Word{bar};
  }
  const bool is_quoted = first == '\'' || first == '"';
  if (is_quoted) rest.remove_prefix(1);
  const auto ends = [&](char c) { return is_quoted ? c == first : is_space(c) || c == '|'; };
  const auto found = std::ranges::find_if(rest, ends);
  const auto word = rest.substr(0, static_cast<std::size_t>(found - rest.begin()));
  rest.remove_prefix(word.size() + (is_quoted && found != rest.end() ? 1 : 0));
  return Word{word, is_quoted};
}

/// Marks of quotation that a word processor writes in the place of ' and ".
bool begins_with_other_quote(std::string_view word) {
  constexpr std::string_view marks[] = {"“", "”", "„", "‟", "‘", "’",
                                        "‚", "«", "»", "‹", "›", "＂"};
  return std::ranges::any_of(marks, [&](std::string_view mark) { return word.starts_with(mark); });
}

/// Of an argument; `rest` is what is behind it.
std::optional<Mistake> check_quotes(const Word& word, std::string_view rest) {
  if (!word.is_quoted && begins_with_other_quote(word.text))
    return Mistake{"this is no quote of a tag", "write ' or \" around an argument"};
  if (word.is_quoted && !rest.empty() && !is_space(rest.front()) && rest.front() != '|')
    return Mistake{fmt::format("text follows the quote that ends '{}'", word.text),
                   "an argument with ' in it is put in \", and one with \" in '"};
  return std::nullopt;
}

std::optional<Mistake> check(const Use& use) {
  const Filter* filter = find_filter(use.name);
  if (!filter) {
    base::Nearest nearest(use.name);
    for (const auto& known : all_filters()) nearest.offer(known.name);
    std::string hint = nearest.best().empty() ? "see rapport-templates(7) for the filters"
                                              : fmt::format("did you mean '{}'?", nearest.best());
    return Mistake{fmt::format("no filter named '{}'", use.name), std::move(hint)};
  }
  const std::size_t count = use.arguments.size();
  if (count < filter->least || count > filter->most)
    return Mistake{fmt::format("'{}' does not take {}", use.name, base::counted(count, "argument")),
                   fmt::format("write {{{{name | {}}}}}", filter->usage)};
  return std::nullopt;
}

std::optional<Mistake> read_filters(std::string_view rest, std::vector<Use>& filters) {
  bool expects_name = false;
  while (const auto word = take_word(rest)) {
    if (auto mistake = check_quotes(*word, rest)) return mistake;
    if (word->is_bar()) {
      if (expects_name) return Mistake{"a filter is missing between two '|'", {}};
      expects_name = true;
    } else if (expects_name) {
      if (filters.size() == depth_limit)
        return Mistake{fmt::format("a tag has at most {} filters", depth_limit), {}};
      filters.push_back({word->text, {}});
      expects_name = false;
    } else if (filters.empty()) {
      return Mistake{fmt::format("'{}' does not belong here", word->text),
                     "a tag has one name, then filters after '|'"};
    } else {
      filters.back().arguments.push_back(word->text);
    }
  }
  if (expects_name) return Mistake{"a filter is missing after '|'", {}};
  return std::nullopt;
}

}  // namespace

bool Delimiters::change(std::string_view content) {
  if (!content.ends_with('=')) return false;
  content = base::trim(content.substr(0, content.size() - 1));
  const auto space = std::ranges::find_if(content, is_space);
  const std::string first(content.begin(), space);
  const std::string second(
      base::trim(content.substr(static_cast<std::size_t>(space - content.begin()))));
  const auto is_good = [](const std::string& text) {
    return !text.empty() &&
           std::ranges::none_of(text, [](char c) { return is_space(c) || c == '='; });
  };
  if (!is_good(first) || !is_good(second)) return false;
  open = first;
  close = second;
  return true;
}

namespace {

struct End {
  std::size_t at;  // npos: the tag is not closed
  std::optional<std::size_t> open_quote = {};
};

/// Where the tag ends: not within a quoted argument of a filter.
End end_of_value(std::string_view text, std::size_t at, std::string_view close) {
  bool begins_word = false;  // the name comes first, and is never quoted
  for (; at < text.size(); ++at) {
    if (text.substr(at).starts_with(close)) return {at};
    const char c = text[at];
    if (begins_word && (c == '\'' || c == '"')) {
      const std::size_t quote = text.find(c, at + 1);
      if (quote == text.npos || text.substr(at, quote - at).find('\n') != text.npos)
        return {text.find(close, at), at};
      at = quote;
    }
    begins_word = is_space(c) || c == '|';
  }
  return {text.npos};
}

/// Only what holds a name and filters has arguments.
bool has_arguments(std::string_view content) {
  const auto first = base::trim(content).substr(0, 1);
  return first.empty() || std::string_view("!=>/").find(first.front()) == std::string_view::npos;
}

}  // namespace

std::optional<Tag> read_tag(std::string_view text, std::size_t start,
                            const Delimiters& delimiters) {
  const std::size_t inside = start + delimiters.open.size();
  const auto [end, open_quote] = has_arguments(text.substr(inside))
                                     ? end_of_value(text, inside, delimiters.close)
                                     : End{text.find(delimiters.close, inside)};
  if (end == std::string_view::npos) return std::nullopt;
  // {{{name}}} is to be read as one tag, so that its message does not trip over the third brace.
  const bool is_triple = text.substr(inside).starts_with('{') &&
                         text.substr(end + delimiters.close.size()).starts_with('}');
  std::string_view content = base::trim(text.substr(inside, end - inside));
  Tag tag{.start = start, .end = end + delimiters.close.size() + (is_triple ? 1 : 0)};
  tag.open_quote = open_quote;
  const char first = content.empty() ? ' ' : content.front();
  tag.kind = kind_of(first);
  tag.sigil = first;
  if (tag.kind != Tag::Kind::value) content = base::trim(content.substr(1));
  tag.content = content;
  return tag;
}

/// It becomes the name of a file, so it has nothing in it that leads elsewhere.
bool is_partial_name(std::string_view name) {
  return std::ranges::all_of(
      name, [](char c) { return base::is_lower(c) || base::is_digit(c) || c == '-'; });
}

const Mistake* fault(const Tag& tag) {
  static const Mistake unescaped = {"a value is always escaped: '{{{' and '{{&' do not exist",
                                    "write {{name}}"};
  static const Mistake nameless = {"this tag names nothing", {}};
  static const Mistake inheritance = {"blocks and parents ('{{$' and '{{<') do not exist",
                                      "use a partial: {{> name}}"};
  static const Mistake dynamic = {"the name of a partial is fixed: '{{> *name}}' does not exist",
                                  {}};
  if (tag.sigil == '{' || tag.sigil == '&') return &unescaped;
  if (tag.sigil == '$' || tag.sigil == '<') return &inheritance;
  const bool needs_name = tag.kind != Tag::Kind::comment && tag.kind != Tag::Kind::delimiters;
  if (needs_name && tag.content.empty()) return &nameless;
  if (tag.kind == Tag::Kind::partial && tag.content.front() == '*') return &dynamic;
  static const Mistake elsewhere = {"a partial is the name of a template of the same folder",
                                    "names of templates have lower case letters, digits and '-'"};
  if (tag.kind == Tag::Kind::partial && !is_partial_name(tag.content)) return &elsewhere;
  return nullptr;
}

std::optional<Mistake> read_expression(std::string_view content, Node& node) {
  const auto end = std::ranges::find_if(content, [](char c) { return is_space(c) || c == '|'; });
  const auto length = static_cast<std::size_t>(end - content.begin());
  node.text = content.substr(0, length);
  if (!is_name(node.text))
    return Mistake{fmt::format("'{}' is not a name", node.text),
                   "names are made of letters, digits, '_' and '-', with dots between them"};
  if (auto mistake = read_filters(content.substr(length), node.filters)) return mistake;
  for (const auto& use : node.filters)
    if (auto mistake = check(use)) return mistake;
  return std::nullopt;
}

void Surroundings::pass(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && fence_ == 0) {
      ++i;
    } else if (c == '`') {
      const std::size_t run = std::min(text.find_first_not_of('`', i), text.size()) - i;
      if (fence_ == 0)
        fence_ = run;
      else if (run >= fence_)
        fence_ = 0;
      i += run - 1;
    } else if (c == '\n' || c == '>') {
      angle_ = false;
      if (text.substr(i).starts_with("\n\n") && fence_ < 3) fence_ = 0;
    } else if (c == '<') {
      angle_ = i + 1 == text.size() || !is_space(text[i + 1]);
    }
  }
}

const char* Surroundings::forbids_value() const {
  if (fence_ > 0) return "a value cannot be in code";
  return angle_ ? "a value cannot be in angle brackets" : nullptr;
}

}  // namespace rapport::templates
