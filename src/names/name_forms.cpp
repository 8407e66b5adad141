#include "names/name_forms.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <algorithm>
#include <array>

namespace rapport::names {
namespace {

struct Marks {
  std::string_view opening;
  std::string_view closing;
};
constexpr Marks pairs[] = {{"\"", "\""}, {"(", ")"}, {"[", "]"}, {"'", "'"},
                           {"“", "”"},   {"„", "“"}, {"„", "”"}, {"‘", "’"},
                           {"‚", "‘"},   {"«", "»"}, {"»", "«"}, {"「", "」"}};

constexpr std::size_t longest_aside = 48;  // bytes; a longer one is no name one is called by

/// The aside that begins at `at`, with its marks; empty when none does.
std::string_view aside_at(std::string_view text, std::size_t at) {
  if (at != 0 && text[at - 1] != ' ') return {};
  for (const Marks& marks : pairs) {
    if (!text.substr(at).starts_with(marks.opening)) continue;
    const auto close = text.find(marks.closing, at + marks.opening.size());
    if (close == text.npos) continue;
    const auto end = close + marks.closing.size();
    if (end == text.size() || text[end] == ' ' || text[end] == ',')
      return text.substr(at, end - at);
  }
  return {};
}

/// "Jr." and the like say which of two people of one name it is.
std::string_view without_suffix(std::string_view name) {
  constexpr std::array<std::string_view, 4> suffixes = {"jr", "sr", "ii", "iii"};
  const auto start = name.find_last_of(" ,");
  if (start == name.npos) return name;
  auto last = name.substr(start + 1);
  if (last.ends_with('.')) last.remove_suffix(1);
  if (std::ranges::find(suffixes, base::lower_ascii(last)) == suffixes.end()) return name;
  return name.substr(0, name.find_last_not_of(" ,", start) + 1);
}

/// A space, or a line end and what the next line is indented by; more of either parts cells and
/// paragraphs.
bool joins_lines(std::string_view gap) {
  const auto lines = std::ranges::count(gap, '\n');
  return lines == 1 || (lines == 0 && gap.size() == 1);
}

/// "(CODERI)": the short name of a group, which may stand in place of the long one.
bool is_acronym(std::string_view aside) {
  const auto words = base::words(aside);
  return words.size() == 1 && base::lower(words[0]) != words[0] &&
         base::upper(words[0]) == words[0];
}

/// The last part in brackets or quotes; empty when there is none.
std::string_view last_aside(std::string_view name) {
  std::string_view last;
  for (std::size_t at = 0; at < name.size(); ++at)
    if (const auto aside = aside_at(name, at); !aside.empty()) {
      last = aside;
      at += aside.size() - 1;
    }
  return last;
}

bool has_two_words(std::string_view name) { return base::words(base::fold(name)).size() > 1; }

}  // namespace

std::string without_asides(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::string_view aside = aside_at(name, at);
    if (aside.empty())
      out += name[at++];
    else
      at += std::min(aside.size() + 1, name.size() - at);  // and the space behind it
  }
  return std::string(base::trim(out));
}

std::vector<std::string> forms_of_name(std::string_view name, bool is_person) {
  // Without its place "Legal Aid Centre (North Cay)" is any.
  if (!is_person && !is_acronym(last_aside(name))) return {std::string(name)};
  const auto plain = is_person ? without_suffix(name) : name;
  std::vector<std::string> forms{std::string(has_two_words(plain) ? plain : name)};
  std::string shorter = without_asides(forms.front());
  if (is_person) shorter = without_suffix(shorter);
  if (shorter != forms.front() && has_two_words(shorter)) forms.push_back(std::move(shorter));
  return forms;
}

bool may_have_forms(std::string_view name) {
  if (without_suffix(name).size() != name.size()) return true;
  for (std::size_t at = 0; at != name.npos; at = name.find(' ', at + 1))
    if (!aside_at(name, at == 0 ? 0 : at + 1).empty()) return true;
  return false;
}

std::size_t end_before_aside(std::string_view text, std::size_t start) {
  if (start == 0) return text.npos;
  const auto last = text.find_last_not_of(" \n", start - 1);
  if (last == text.npos) return text.npos;
  const auto end = last + 1;
  if (!joins_lines(text.substr(end, start - end))) return text.npos;
  const auto from = end > longest_aside ? end - longest_aside : 0;
  for (const Marks& marks : pairs) {
    const std::string_view near = text.substr(from, end - from);
    if (!near.ends_with(marks.closing)) continue;
    const auto open = near.substr(0, near.size() - marks.closing.size()).rfind(marks.opening);
    if (open == near.npos || open == 0) continue;
    const auto before = near.find_last_not_of(" \n", open - 1);
    if (before != near.npos && joins_lines(near.substr(before + 1, open - before - 1)))
      return from + before + 1;
  }
  return text.npos;
}

bool is_edge_of_aside(std::string_view gap) {
  constexpr std::u32string_view edges = U"\"()[]\u00AB\u00BB\u201C\u201D\u201E\u300C\u300D";
  std::size_t marks = 0;
  while (!gap.empty()) {
    const char32_t point = base::next_code_point(gap);
    if (edges.find(point) != edges.npos)
      ++marks;
    else if (std::u32string_view(U",;:!?./\n").find(point) != std::u32string_view::npos)
      return false;
  }
  return marks == 1;
}

}  // namespace rapport::names
