#include "names/persons.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <algorithm>

namespace rapport::names {
namespace {

constexpr std::size_t farthest = 8;  // words looked at before one

/// "L. Ejemplo", "l.ejemplo" in an address, "L Ejemplo"; not "a Ejemplo".
bool is_written_initial(const ScanText& text, std::size_t at) {
  const ScanWord& word = text[at];
  if (word.gap == Gap::apostrophe) return false;  // 's
  const char after = text.after(word);
  const bool is_capital = word.is_capital;
  if (after == '.') {
    const auto behind = text.written().substr(word.end + 1);
    const bool is_tied = !behind.empty() && behind.front() != ' ';
    return is_capital || is_tied;
  }
  if (after == '-' || after == '_') return true;
  return is_capital && !word.is_particle && after == ' ' && text.text(at) != "i" &&
         text.text(at) != "o";
}

/// A word that is between the words of a name and is none of it.
bool is_passed(const ScanText& text, std::size_t at) {
  return text[at].is_particle || text[at].is_letter;
}

}  // namespace

void Persons::add_pair(std::string_view first, std::string_view second, const Between& between,
                       const NameWords& words, std::uint32_t owner) {
  add({std::string(first), std::string(second), owner, between, words.with_particles(), false});
}

void Persons::add_initial(std::string_view letter, std::string_view word, const NameWords& words,
                          std::uint32_t owner) {
  add({std::string(letter), std::string(word), owner, {}, words.with_particles(), true});
}

void Persons::add(const Pair& pair) {
  const std::uint64_t one = hash_of_word(pair.first);
  const std::uint64_t other = hash_of_word(pair.second);
  words_.insert(one);
  words_.insert(other);
  const auto [known, is_new] = pairs_.try_emplace(base::chain(one, other), pair);
  if (is_new) return;
  // Somebody else's too: what is enough for one of them is enough.
  known->second.between.is_and |= pair.between.is_and;
  known->second.between.is_edge |= pair.between.is_edge;
  known->second.in_capitals &= pair.in_capitals;
  known->second.is_initial &= pair.is_initial;
}

/// Calls `visit(hash, form, first)` for each way the word may be read, which begins with the word
/// `first`; stops when it answers true.
template <class Visit>
bool Persons::any_form(const ScanText& text, std::size_t at, Visit&& visit) const {
  for (std::size_t first = text.first_of_one(at); first < at; ++first) {
    const auto form = text.as_one(first, at);
    if (visit(hash_of_word(form), form, first)) return true;
  }
  return visit(text[at].hash, text.text(at), at);
}

bool Persons::may_be(const ScanText& text, std::size_t at) const {
  return any_form(text, at, [this](std::uint64_t hash, std::string_view, std::size_t) {
    return words_.contains(hash);
  });
}

const Persons::Pair* Persons::pair_of(const ScanText& text, std::size_t& one, std::size_t other,
                                      const Way& way) const {
  const Pair* found = nullptr;
  const auto allows = [&](const Pair& pair, bool is_turned) {
    if (way.between.is_edge && !pair.between.is_edge) return false;
    if (way.between.is_and && !pair.between.is_and) return false;
    if (way.has_particle && pair.in_capitals) return false;
    const auto is_small = [&](std::size_t at) {
      return text[at].is_particle && !text[at].is_capital;
    };
    if (pair.in_capitals && (is_small(one) || is_small(other))) return false;
    if (pair.is_initial || text[one].is_letter || text[other].is_letter) {
      const std::size_t letter = is_turned ? other : one;
      if (text[letter].is_letter && !is_written_initial(text, letter)) return false;
    }
    return true;
  };
  const auto look = [&](std::string_view first, std::uint64_t first_hash, std::string_view second,
                        std::uint64_t second_hash, bool is_turned) {
    const auto known = pairs_.find(base::chain(first_hash, second_hash));
    if (known == pairs_.end() || known->second.first != first || known->second.second != second ||
        !allows(known->second, is_turned))
      return false;
    found = &known->second;
    return true;
  };
  std::size_t begins = one;
  any_form(text, one, [&](std::uint64_t one_hash, std::string_view one_form, std::size_t first) {
    begins = first;
    return any_form(text, other, [&](std::uint64_t hash, std::string_view form, std::size_t) {
      // "Lucía, Ejemplo" are two items of a list, "Ejemplo, Lucía" is a name.
      if (!way.has_comma && look(one_form, one_hash, form, hash, false)) return true;
      return !way.has_middle && look(form, hash, one_form, one_hash, true);
    });
  });
  if (found != nullptr) one = begins;
  return found;
}

/// The word before, over what may be between; `none` where nothing before goes with it.
std::size_t Persons::back(const ScanText& text, std::size_t at, Way& way) const {
  if (at == 0) return ScanText::none;
  switch (text[at].gap) {
    case Gap::apart:
    case Gap::edge: {
      const std::size_t aside = text.before_aside(at);
      if (aside != ScanText::none) return aside;
      if (text[at].gap == Gap::apart) return ScanText::none;
      way.between.is_edge = true;
      return at - 1;
    }
    case Gap::comma:
      if (way.has_comma) return ScanText::none;
      way.has_comma = true;
      return at - 1;
    default:
      return at - 1;
  }
}

void Persons::find_before(const ScanText& text, std::size_t at, std::vector<Match>& found) const {
  Way way;
  std::size_t word = at;
  for (std::size_t steps = 0; steps < farthest; ++steps) {
    word = back(text, word, way);
    if (word == ScanText::none) return;
    if (may_be(text, word))
      if (const Pair* pair = pair_of(text, word, at, way)) {
        const std::size_t end = std::max(text[word].end, text[at].end);
        found.push_back({pair->owner, std::min(text[word].start, text[at].start), end});
        return;
      }
    way.between.is_and = way.between.is_and || is_and(text.text(word));
    way.has_particle = way.has_particle || text[word].is_particle;
    if (is_passed(text, word)) continue;
    if (way.has_middle || way.has_comma || !text[word].is_capital) return;
    way.has_middle = true;
  }
}

void Persons::find(const ScanText& text, std::vector<Match>& found) const {
  if (pairs_.empty()) return;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (may_be(text, at)) find_before(text, at, found);
}

}  // namespace rapport::names
