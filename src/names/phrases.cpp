#include "names/phrases.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "names/common_words.hpp"
#include "names/introductions.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace rapport::names {
namespace {

constexpr std::size_t most_particles = 8;  // in a row within one name

/// What is in front of a word could be between the words of one name.
bool is_joined(const ScanText& text, std::size_t at) {
  const Gap gap = text[at].gap;
  return gap != Gap::apart && gap != Gap::edge && gap != Gap::comma;
}

/// The next word that counts; `none` where the name would end before it. `signs` are what
/// is between besides spaces.
std::size_t next_word(const ScanText& text, std::size_t at, bool with_particles, bool& signs) {
  constexpr std::size_t longest_sign = 4;
  const std::size_t end = std::min(text.size(), at + most_particles + 2);
  for (std::size_t next = at + 1; next < end; ++next) {
    if (!is_joined(text, next)) {
      const auto gap = text.gap_before(next);
      const bool may_be_sign =
          !gap.empty() && gap.size() <= longest_sign && gap.find_first_of("\n\t|.") == gap.npos;
      if (!may_be_sign) return ScanText::none;
      signs = true;
    }
    const bool is_tied = next + 1 < text.size() && text[next + 1].gap == Gap::apostrophe;
    if (with_particles || (!is_tied && !text[next].is_particle)) return next;
  }
  return ScanText::none;
}

std::string_view written_of(const ScanText& text, std::size_t at) {
  return text.written().substr(text[at].start, text[at].end - text[at].start);
}

/// "Yesterday" of "Yesterday April May was arrested". "UN", and what often is of a title, are none.
bool begins_sentence(const ScanText& text, std::size_t at) {
  const ScanWord& word = text[at];
  if (word.gap != Gap::apart && word.gap != Gap::edge) return false;
  const auto written = written_of(text, at);
  return base::upper(written) != written && !is_common_word(text.text(at));
}

/// The words that go with a title in capitals: "Human Rights" of "Human Rights Council", of
/// "Office for Human Rights".
bool is_part_of_title(const ScanText& text, std::size_t first, std::size_t last) {
  const auto is_title = [&text](std::size_t at) {
    if (base::is_digit(text.text(at).front())) return true;
    if (!text[at].is_capital || text[at].is_letter) return false;
    return base::lower(written_of(text, at)) != written_of(text, at);  // it has a capital
  };
  const std::size_t least = first > most_particles ? first - most_particles : 0;
  const std::size_t end = std::min(text.size(), last + most_particles + 2);
  for (std::size_t at = first; at > least && is_joined(text, at); --at) {
    if (introduces_name(text.text(at - 1)) || (at == first && begins_sentence(text, at - 1))) break;
    if (is_title(at - 1)) return true;
    if (!text[at - 1].is_particle) break;
  }
  for (std::size_t at = last + 1; at < end && is_joined(text, at); ++at) {
    if (is_title(at)) return true;
    if (!text[at].is_particle) break;
  }
  return false;
}

}  // namespace

void Phrases::add(const ScanText& name, const NameWords& words, std::uint32_t owner) {
  Phrase phrase{.words = {}, .is_common = words.is_common()};
  std::uint64_t key = 0;
  bool has_signs = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    phrase.words.emplace_back(name.text(words[i]));
    key = base::chain(key, name[words[i]].hash);
    if (i != 0)
      for (std::size_t at = words[i - 1] + 1; at <= words[i]; ++at)
        has_signs = has_signs || !is_joined(name, at);
  }
  starts_.insert(name[words[0]].hash);
  Table& table = words.with_particles() ? of_particles_ : phrases_;
  Phrase& known = table.try_emplace(key, std::move(phrase)).first->second;
  known.has_signs = known.has_signs || has_signs;
  const bool has_and = between(name, words[0], words[words.size() - 1]).is_and;
  auto& own = has_and ? known.owner_with_and : known.owner;
  if (!own) own = owner;
}

/// Whose name the words are with an "and" between them, or without one. Where they are no everyday
/// words it may be left out or put in.
std::optional<std::uint32_t> Phrases::owner_of(const Phrase& phrase, bool has_and) {
  const auto& own = has_and ? phrase.owner_with_and : phrase.owner;
  const auto& other = has_and ? phrase.owner : phrase.owner_with_and;
  return own || phrase.is_common ? own : other;
}

void Phrases::find_at(const ScanText& text, std::size_t at, const Table& phrases,
                      bool with_particles, std::vector<Match>& found) {
  if (phrases.empty()) return;
  std::array<std::size_t, NameWords::most> words{};
  std::size_t count = 0;
  bool signs = false;
  std::uint64_t key = 0;
  for (std::size_t i = at; i != ScanText::none && count < words.size();
       i = next_word(text, i, with_particles, signs)) {
    words[count++] = i;
    key = base::chain(key, text[i].hash);
    const auto known = phrases.find(key);
    if (known == phrases.end() || known->second.words.size() != count) continue;
    const Phrase& phrase = known->second;
    if (signs && !phrase.has_signs) continue;
    const auto own = std::span(words).first(count);
    if (!std::ranges::equal(phrase.words, own, [&text](const std::string& word, std::size_t other) {
          return word == text.text(other);
        }))
      continue;
    const auto is_capital = [&text](std::size_t word) { return text[word].is_capital; };
    if (phrase.is_common &&
        (!std::ranges::all_of(own, is_capital) || is_part_of_title(text, at, i)))
      continue;
    if (const auto owner = owner_of(phrase, between(text, at, i).is_and))
      found.push_back({*owner, text[at].start, text[i].end});
  }
}

void Phrases::find(const ScanText& text, std::vector<Match>& found) const {
  if (starts_.empty()) return;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (starts_.contains(text[at].hash)) {
      find_at(text, at, phrases_, false, found);
      find_at(text, at, of_particles_, true, found);
    }
}

}  // namespace rapport::names
