#include "format/engine/terminal.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rapport::format {
namespace {

constexpr std::string_view ellipsis = "…";

/// Han, kana and Hangul: a line may end between any two of them.
bool is_ideograph(std::string_view character, char32_t point) {
  return base::is_unspaced(point) && base::width(character) == 2;
}

/// What of a word stays on one line.
std::vector<std::string_view> pieces(std::string_view word) {
  std::vector<std::string_view> found;
  std::size_t start = 0;
  bool was_ideograph = false;
  for (std::string_view rest = word; !rest.empty();) {
    const std::size_t at = word.size() - rest.size();
    const char32_t point = base::next_code_point(rest);
    const auto character = word.substr(at, word.size() - rest.size() - at);
    const bool is_one = is_ideograph(character, point);
    if (is_one && was_ideograph) {
      found.push_back(word.substr(start, at - start));
      start = at;
    }
    was_ideograph = is_one;
  }
  found.push_back(word.substr(start));
  return found;
}

void append_word(std::vector<std::string>& lines, std::string_view word, std::size_t columns) {
  std::string_view space = lines.back().empty() ? "" : " ";
  for (const auto piece : pieces(word)) {
    std::string& last = lines.back();
    if (last.empty() || base::width(last) + space.size() + base::width(piece) <= columns)
      last.append(space).append(piece);
    else
      lines.emplace_back(piece);
    space = "";
  }
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string flat(text);
  std::ranges::replace_if(
      flat, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return base::printable(flat);
}

std::string cut(std::string_view text, std::size_t columns) {
  if (base::width(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  return std::string(base::fit(text, columns - 1)).append(ellipsis);
}

std::string cut_at_word(std::string_view text, std::size_t columns) {
  const std::string whole = cut(text, columns);
  if (whole == text || columns == 0) return whole;
  const std::string_view kept = std::string_view(whole).substr(0, whole.size() - ellipsis.size());
  if (kept.size() < text.size() && text[kept.size()] == ' ') return whole;
  const auto space = kept.find_last_of(' ');
  if (space == kept.npos || base::width(kept.substr(0, space)) < columns / 2) return whole;
  return std::string(kept.substr(0, space)).append(ellipsis);
}

std::string isolated(std::string text) {
  if (!base::has_right_to_left(text)) return text;
  return "\u2068" + std::move(text) + "\u2069";
}

std::string padding(std::string_view text, std::size_t columns) {
  const std::size_t own = base::width(text);
  return own < columns ? std::string(columns - own, ' ') : std::string();
}

std::size_t unbroken_width(std::string_view text) {
  std::size_t least = 0;
  for (const auto word : base::split(text, ' '))
    for (const auto piece : pieces(word)) least = std::max(least, base::width(piece));
  return least;
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  for (const auto line : base::split(text, '\n')) {
    const std::string shown = one_line(line);
    if (columns == 0) {
      lines.push_back(shown);
      continue;
    }
    lines.emplace_back();
    for (const auto word : base::split(shown, ' '))
      if (!word.empty()) append_word(lines, word, columns);
  }
  return lines;
}

std::string Paint::painted(std::string_view code, std::string_view text) const {
  if (!colour_ || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

std::string Paint::tone(view::Tone tone, std::string_view text) const {
  switch (tone) {
    case view::Tone::good:
      return painted("32", text);
    case view::Tone::warning:
      return painted("33", text);
    case view::Tone::bad:
      return painted("31", text);
    case view::Tone::faint:
      return painted("2", text);
    case view::Tone::plain:
      break;
  }
  return std::string(text);
}

std::string Paint::severity(value::Severity severity, std::string_view text) const {
  switch (severity) {
    case value::Severity::error:
      return painted("1;31", text);
    case value::Severity::warning:
      return painted("1;33", text);
    case value::Severity::note:
      break;
  }
  return painted("1;36", text);
}

}  // namespace rapport::format
