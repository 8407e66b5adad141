#include "names/addresses.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "names/common_words.hpp"
#include "names/handles.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace rapport::names {
namespace {

constexpr std::size_t most_words = 16;      // a longer address is known by its beginning
constexpr std::size_t shortest_handle = 5;  // of letters that stand for an address by themselves
constexpr std::size_t longest_gap = 24;

bool has_blank(std::string_view gap) { return gap.find_first_of(" \t\n") != gap.npos; }

/// What is between the words of one mail or web address, as formats write it too.
bool ties(std::string_view gap) {
  constexpr std::string_view signs = "@._-/\\:%()[]{}<>~*'=?&#+";
  return gap.size() <= longest_gap && gap.find_first_not_of(signs) == gap.npos;
}

/// "(at)", "[dot]", " at ": a word for a sign, apart from the words beside it.
bool is_spelled_sign(const ScanText& text, std::size_t at) {
  constexpr std::array<std::string_view, 9> names = {
      "at", "dot", "arroba", "punto", "ponto", "arobase", "point", "punkt", "aet"};
  if (at + 1 >= text.size() || std::ranges::find(names, text.text(at)) == names.end()) return false;
  const auto is_apart = [](std::string_view gap) {
    return gap.size() < 4 && gap.find_first_of(" ([{<>}])") != gap.npos &&
           gap.find_first_not_of(" ([{<>}])-_*\\") == gap.npos;
  };
  return is_apart(text.gap_before(at)) && is_apart(text.gap_before(at + 1));
}

/// Behind the "+tag" of a mail address, whose first word is at `at`: the word behind '@'. Else
/// `at`.
std::size_t behind_tag(const ScanText& text, std::size_t at) {
  constexpr std::size_t longest_tag = 8;
  if (text.gap_before(at) != "+" && text.gap_before(at) != "\\+") return at;
  for (std::size_t i = at + 1; i < text.size() && i < at + longest_tag; ++i) {
    const auto gap = text.gap_before(i);
    if (gap.find('@') != gap.npos || is_spelled_sign(text, i)) return i;
    if (!ties(gap)) break;
  }
  return at;
}

/// The next word of the address that the word at `at` is one of; `none` when it ends there.
std::size_t next_tied(const ScanText& text, std::size_t at) {
  std::size_t next = at + 1;
  if (next < text.size()) next = behind_tag(text, next);
  constexpr std::size_t most_signs = 2;
  std::size_t signs = 0;
  while (signs < most_signs && next < text.size() && is_spelled_sign(text, next)) {
    ++signs;
    ++next;
  }
  if (next >= text.size()) return ScanText::none;
  return signs != 0 || ties(text.gap_before(next)) ? next : ScanText::none;
}

/// Of an address in several words or lines.
std::size_t next_loose(const ScanText& text, std::size_t at) {
  const std::size_t next = at + 1;
  if (next >= text.size()) return ScanText::none;
  const auto gap = text.gap_before(next);
  const bool is_near = gap.size() <= longest_gap && gap.find("\n\n") == gap.npos;
  return is_near ? next : ScanText::none;
}

std::string_view without_scheme(std::string_view address) {
  const auto colon = address.find(':');
  const bool is_scheme =
      colon != address.npos && colon != 0 &&
      std::ranges::all_of(address.substr(0, colon), [](char c) {
        return base::is_lower(c) || base::is_upper(c);
      });
  if (is_scheme) address.remove_prefix(colon + 1);
  address.remove_prefix(std::min(address.find_first_not_of('/'), address.size()));
  if (base::lower_ascii(address.substr(0, 4)) == "www.") address.remove_prefix(4);
  return address;
}

}  // namespace

void Addresses::add(std::string_view address, std::uint32_t owner) {
  const std::string_view trimmed = base::trim(address);
  if (has_blank(trimmed)) return add_loose(trimmed, owner);
  const std::string_view bare = without_scheme(trimmed);
  const bool is_handle = bare.find_first_of("@./", bare.starts_with('@') ? 1 : 0) == bare.npos;
  if (is_handle) return add_handle(bare, owner, Mark::at_or_slash);
  add_tied(bare, owner, Mark::none);
  if (bare.starts_with('@')) {  // of a server: @ana@social.example
    const auto server = bare.find_first_of("@/", 1);
    if (server == bare.npos) return add_handle(bare, owner, Mark::at_or_slash);
    add_handle(bare.substr(0, server), owner, Mark::at_or_slash);
    const std::string turned = std::string(bare.substr(server + 1)) + "/" +
                               std::string(bare.substr(0, server));
    return add_tied(turned, owner, Mark::none);
  }
  if (const LinkHandle handle = handle_of(bare); !handle.text.empty())
    add_handle(handle.text, owner, handle.is_certain ? Mark::at_or_slash : Mark::at);
}

void Addresses::add_handle(std::string_view handle, std::uint32_t owner, Mark of_weak) {
  const ScanText words(handle);
  std::size_t letters = 0;
  bool is_common = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    letters += base::count_points(words.text(i));
    is_common = is_common && is_common_word(words.text(i));
  }
  const bool is_weak = letters < shortest_handle || is_common;
  add_tied(handle, owner, is_weak ? of_weak : Mark::none);
}

void Addresses::add_tied(std::string_view text, std::uint32_t owner, Mark mark) {
  const ScanText parts(text);
  if (parts.size() == 0) return;
  Form form{.words = {}, .owner = owner, .mark = mark};
  std::uint64_t key = 0;
  for (std::size_t at = 0; at != ScanText::none && form.words.size() < most_words;
       at = next_tied(parts, at)) {
    form.words.emplace_back(parts.text(at));
    key = base::chain(key, parts[at].hash);
    beginnings_.insert(key);
  }
  const auto [known, is_new] = tied_.try_emplace(key, form);
  if (!is_new && mark < known->second.mark) known->second = std::move(form);
}

/// The mail and web addresses of several words; all of them where there is none.
void Addresses::add_loose(std::string_view address, std::uint32_t owner) {
  bool has_tied = false;
  for (std::string_view rest = address; !rest.empty();) {
    const auto end = std::min(rest.find_first_of(" \t\n,;()<>"), rest.size());
    const auto part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (part.find_first_of("@") == part.npos && part.find("://") == part.npos) continue;
    has_tied = true;
    add(part, owner);
  }
  const ScanText text(address);
  if (has_tied || text.size() == 0) return;
  Form form{.words = {}, .owner = owner, .mark = Mark::none};
  std::uint64_t key = 0;
  for (std::size_t at = 0; at < text.size() && at < most_words; ++at) {
    form.words.emplace_back(text.text(at));
    key = base::chain(key, text[at].hash);
    beginnings_.insert(key);
  }
  loose_.try_emplace(key, std::move(form));
}

void Addresses::find_at(const ScanText& text, std::size_t at, const Forms& forms,
                        std::size_t (*next)(const ScanText&, std::size_t),
                        std::vector<Match>& found) const {
  if (forms.empty()) return;
  std::uint64_t key = 0;
  std::array<std::size_t, most_words> words{};
  std::size_t count = 0;
  for (std::size_t i = at; i != ScanText::none && count < most_words; i = next(text, i)) {
    words[count++] = i;
    key = base::chain(key, text[i].hash);
    if (!beginnings_.contains(key)) return;
    const auto known = forms.find(key);
    if (known == forms.end() || known->second.words.size() != count) continue;
    const Form& form = known->second;
    const char before = text.before(text[at]);
    const bool is_marked = before == '@' || (before == '/' && form.mark == Mark::at_or_slash);
    if (form.mark != Mark::none && !is_marked) continue;
    const bool is_same = std::ranges::equal(
        form.words, std::span(words).first(count),
        [&text](const std::string& word, std::size_t own) { return word == text.text(own); });
    if (is_same) found.push_back({form.owner, text[at].start, text[i].end});
  }
}

void Addresses::find(const ScanText& text, std::vector<Match>& found) const {
  if (beginnings_.empty()) return;
  for (std::size_t at = 0; at < text.size(); ++at) {
    find_at(text, at, tied_, next_tied, found);
    find_at(text, at, loose_, next_loose, found);
  }
}

}  // namespace rapport::names
