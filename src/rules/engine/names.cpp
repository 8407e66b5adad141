#include "rules/engine/names.hpp"

#include "base/particles.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "release/asides.hpp"
#include "release/gate.hpp"

#include <algorithm>
#include <string>

namespace rapport::rules {
namespace {

/// As it is written, unless escapes hide letters; nothing of what is sealed.
std::string_view spelled(const value::Text& text, std::string& memory) {
  if (text.raw().starts_with("sealed:")) return {};
  if (text.style() == yaml::Style::plain) return text.raw();
  memory = text.str();
  return memory;
}

struct NameWords {
  std::vector<std::uint64_t>& hashes;
  std::uint64_t letters = 0;  // a bit for each that is a single one, as of J. P. Morgan

  bool is_letter(std::size_t at) const { return at < 64 && (letters >> at & 1U) != 0; }
};

/// All its words, or those that are no particles.
void words_of(std::string_view name, bool with_particles, NameWords& into) {
  std::size_t count = 0;
  each_run(name, [&](const FoundWord& word) {
    if (!with_particles && base::is_particle(word.text)) return false;
    into.hashes.push_back(word.hash);
    if (word.letters == 1 && count < 64) into.letters |= std::uint64_t{1} << count;
    ++count;
    return true;
  });
}

}  // namespace

void Names::Gathered::add(std::string_view name, Pattern pattern, bool person, bool alone) {
  const auto first = static_cast<std::uint32_t>(words.size());
  NameWords found{.hashes = words};
  words_of(name, false, found);
  if (!alone && words.size() < first + 2) {  // "Ana Van": the particle is one of its two words
    words.resize(first);
    found.letters = 0;
    words_of(name, true, found);
    pattern.with_particles = true;
  }
  const auto count = static_cast<std::uint32_t>(words.size()) - first;
  if (alone ? count == 0 : count < 2) return;
  const bool is_whole = alone || !person || pattern.with_particles;
  pattern.count = is_whole ? count : 2;
  for (pattern.first = first; pattern.first + pattern.count <= first + count; ++pattern.first) {
    const auto at = pattern.first - first;
    // Two initials are those of many.
    if (pattern.count == 2 && found.is_letter(at) && found.is_letter(at + 1)) continue;
    const std::uint64_t* last = &words[pattern.first + pattern.count - 1];
    pattern.key = pattern.count == 1 ? *last : key_of(last[-1], last[0]);
    patterns.push_back(pattern);
  }
  if (is_whole) return;
  for (std::uint32_t at = 0; at < count; ++at)
    if (!found.is_letter(at))
      patterns.push_back({.partner = pattern.partner,
                          .first = first + at,
                          .count = 1,
                          .titled = true,
                          .key = words[first + at]});
}

void Names::gather(const model::Partner& partner, Gathered& into) {
  const bool person = release::is_person(partner);
  std::string memory;
  const auto add = [&](const value::Text& text, bool alone) {
    const std::string_view name = spelled(text, memory);
    if (release::is_unspaced_name(name)) into.unspaced.emplace_back(name, partner.head.index);
    Pattern pattern{.partner = partner.head.index};
    if (alone || !release::may_have_forms(name)) return into.add(name, pattern, person, alone);
    const auto forms = release::forms_of_name(name, person);
    pattern.quoted = forms.size() > 1;
    for (const std::string& form : forms) {
      into.add(form, pattern, person, false);
      pattern.quoted = false;  // the second form is without
    }
  };
  if (partner.name) add(partner.name, false);
  for (const auto& alias : partner.aliases) add(alias, false);
  for (const auto& alias : partner.alias_alone) add(alias, true);
}

Names::Names(const model::Dataset& data, const base::Pool& pool) : data_(&data) {
  const auto partners = data.partners();
  // Block by block, so that of two people of one name the first id is found, whichever thread came
  // first.
  std::vector<Gathered> gathered(partners.size() / base::Pool::block + 1);
  pool.run(partners.size(), [&](unsigned, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (release::is_protected(*partners[i]))
        gather(*partners[i], gathered[begin / base::Pool::block]);
  });
  for (const auto& part : gathered) {
    const auto first = static_cast<std::uint32_t>(words_.size());
    words_.insert(words_.end(), part.words.begin(), part.words.end());
    for (Pattern pattern : part.patterns) {
      pattern.first += first;
      patterns_.push_back(pattern);
      has_particles_ = has_particles_ || pattern.with_particles;
    }
    for (const auto& [name, partner] : part.unspaced) unspaced_.add(name, partner);
  }
  index();
}

void Names::index() {
  if (patterns_.empty()) return;
  std::size_t slots = 64;
  while (slots < patterns_.size() * 2) slots *= 2;
  slots_.assign(slots, 0);
  for (std::uint32_t i = 0; i < patterns_.size(); ++i) {
    std::size_t at = patterns_[i].key & (slots - 1);
    while (slots_[at] != 0) at = (at + 1) & (slots - 1);
    slots_[at] = i + 1;
  }
  std::size_t bits = 1024;
  while (bits < words_.size() * 8) bits *= 2;
  seen_.assign(bits / 64, 0);
  for (const std::uint64_t word : words_)
    seen_[word & (seen_.size() - 1)] |= std::uint64_t{1} << (word >> 58);
}

bool Names::has_key(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  while (slots_[at] != 0 && patterns_[slots_[at] - 1].key != key) at = (at + 1) & mask;
  return slots_[at] != 0;
}

bool Names::may_be_in(std::string_view text) const {
  if (!unspaced_.empty() && unspaced_.any_in(text)) return true;
  return has_particles_ ? any_words_of<true>(text) : any_words_of<false>(text);
}

template <bool WithParticles>
bool Names::any_words_of(std::string_view text) const {
  std::uint64_t before = 0;                         // the word before, when it may be of a name
  [[maybe_unused]] std::uint64_t right_before = 0;  // the same, a particle too
  return any_word(text, [&](std::uint64_t hash, std::string_view word) {
    const bool known = may_have(hash);
    if constexpr (WithParticles) {
      if (known && right_before != 0 && has_key(key_of(right_before, hash))) return true;
      right_before = known ? hash : 0;
    }
    if ((!known && before == 0) || base::is_particle(word)) return false;
    if (known && (has_key(hash) || (before != 0 && has_key(key_of(before, hash))))) return true;
    before = known ? hash : 0;
    return false;
  });
}

std::vector<Names::Hit> Names::with_particles_in(std::string_view text) const {
  std::vector<Hit> hits;
  if (!has_particles_) return hits;
  std::vector<FoundWord> run;
  each_run(text, [&](const FoundWord& word) {
    // In small letters a particle is one of somebody else's name, or of a sentence.
    const bool is_small = base::is_particle(word.text) && !base::is_upper(text[word.start]);
    const bool is_near =
        !run.empty() && word.start >= run.back().end &&
        text.substr(run.back().end, word.start - run.back().end).find_first_not_of(" -\n") ==
            std::string_view::npos;
    if (!is_near) run.clear();
    if (is_small || !may_have(word.hash)) {
      run.clear();
      return true;
    }
    run.push_back(word);
    run.back().joined = true;
    if (run.size() < 2) return true;
    const Pattern* found = match(run, key_of(run[run.size() - 2].hash, word.hash), 2, text);
    if (found != nullptr && found->with_particles)
      hits.push_back(
          {data_->partners()[found->partner], run[run.size() - found->count].start, word.end});
    return true;
  });
  return hits;
}

std::vector<Names::Hit> Names::unspaced_in(std::string_view text) const {
  std::vector<Hit> hits;
  for (const auto& found : unspaced_.all_in(text)) {
    const model::Partner* partner = data_->partners()[found.owner];
    // A part of the name that was found, such as an alias.
    const auto holds = [&](const Hit& hit) {
      return hit.partner == partner && found.start < hit.end && hit.start < found.end;
    };
    const auto known = std::ranges::find_if(hits, holds);
    if (known == hits.end())
      hits.push_back({partner, found.start, found.end});
    else
      known->end = std::max(known->end, found.end);
  }
  return hits;
}

namespace {

/// An initial belongs to the word beside it, and not to one behind "and".
bool is_parted(const std::vector<FoundWord>& run, const FoundWord& word) {
  constexpr std::size_t widest = 2;  // ". "
  return !run.empty() && (word.letters == 1 || run.back().letters == 1) &&
         word.start > run.back().end + widest;
}

/// Only a quote or bracket stands between the word and the run.
bool is_edge(std::string_view text, const std::vector<FoundWord>& run, const FoundWord& word) {
  return !run.empty() && word.start >= run.back().end &&
         release::is_edge_of_aside(text.substr(run.back().end, word.start - run.back().end));
}

}  // namespace

Names::Hit Names::extend(std::string_view text, const FoundWord& word,
                         std::vector<FoundWord>& run) const {
  const bool is_at_edge = !word.joined && is_edge(text, run, word);
  if ((!word.joined && !is_at_edge) || is_parted(run, word)) run.clear();
  run.push_back(word);
  const Pattern* found = nullptr;
  if (run.size() > 1) found = match(run, key_of(run[run.size() - 2].hash, word.hash), 2, text);
  if (found == nullptr) found = match(run, word.hash, 1, text);
  if (found == nullptr) return past_aside(text, word);
  return {data_->partners()[found->partner], run[run.size() - found->count].start, word.end,
          found->titled};
}

Names::Hit Names::past_aside(std::string_view text, const FoundWord& word) const {
  const std::size_t end = release::end_before_aside(text, word.start);
  if (end == std::string_view::npos) return {};
  std::size_t start = end;
  while (start > 0 && words::is_word(text[start - 1])) --start;
  std::vector<FoundWord> pair;
  each_word(text.substr(start, end - start), [&](const FoundWord& before) {
    pair.assign({before, word});
    pair.front().start = start;
    pair.back().joined = true;
  });
  if (pair.empty() || !may_have(pair.front().hash)) return {};
  const Pattern* found = match(pair, key_of(pair.front().hash, word.hash), 2, text);
  if (found == nullptr) return {};
  return {data_->partners()[found->partner], start, word.end, false};
}

const Names::Pattern* Names::match(const std::vector<FoundWord>& run, std::uint64_t key,
                                   std::size_t at_least, std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  const Pattern* behind_title = nullptr;
  for (std::size_t at = key & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const Pattern& pattern = patterns_[slots_[at] - 1];
    if (pattern.key != key || pattern.count < at_least || pattern.count > run.size()) continue;
    if (at_least == 1 && pattern.count != 1) continue;
    if (pattern.titled) {
      if (behind_title == nullptr && words::is_titled(text, run.back().start))
        behind_title = &pattern;
      continue;
    }
    const auto start = run.end() - static_cast<std::ptrdiff_t>(pattern.count);
    const auto is_joined = [](const FoundWord& word) { return word.joined; };
    if (!pattern.quoted && !std::all_of(start + 1, run.end(), is_joined)) continue;
    if (std::equal(start, run.end(), words_.begin() + pattern.first,
                   [](const FoundWord& word, std::uint64_t hash) { return word.hash == hash; }))
      return &pattern;
  }
  return behind_title;
}

std::vector<std::string> telling_words(const model::Partner& partner) {
  std::vector<std::string> telling;
  std::string memory;
  const auto add = [&](const value::Text& text) {
    const std::string folded = base::fold(spelled(text, memory));
    for (const auto word : base::words(folded))
      if (base::count_points(word) >= 4) telling.emplace_back(word);
  };
  if (partner.name) add(partner.name);
  for (const auto& alias : partner.aliases) add(alias);
  for (const auto& alias : partner.alias_alone) add(alias);
  return telling;
}

}  // namespace rapport::rules
