// The names of protected partners, for finding them in free text: two words of a person's name in a
// row, one behind a title, a one-word name marked as enough, or the whole name of a group. Names in
// scripts without spaces are found within a sentence.
#pragma once

#include "base/particles.hpp"
#include "base/pool.hpp"
#include "model/dataset.hpp"
#include "release/unspaced.hpp"
#include "rules/engine/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::rules {

class Names {
 public:
  Names() = default;
  Names(const model::Dataset& data, const base::Pool& pool);

  bool empty() const { return patterns_.empty() && unspaced_.empty(); }

  /// Some protected partner's name has a word of this hash; seldom wrong when it says so.
  bool may_have(std::uint64_t word) const {
    return !seen_.empty() && (seen_[word & (seen_.size() - 1)] >> (word >> 58) & 1U) != 0;
  }

  /// A name in a text. `only_titled`: one word of a person's name behind "Ms.", an initial or the
  /// like, which is the name of many.
  struct Hit {
    const model::Partner* partner = nullptr;
    std::size_t start = 0;
    std::size_t end = 0;
    bool only_titled = false;
  };

  /// Whether `find` may find something; seldom wrong when it says so, and much faster.
  bool may_be_in(std::string_view text) const;

  /// Calls `found(const Hit&)` for each name in `text`, once a place and partner.
  template <class Found>
  void find(std::string_view text, Found&& found) const {
    const std::vector<Hit> unspaced = unspaced_in(text);
    for (const Hit& hit : unspaced) found(hit);
    for (const Hit& hit : with_particles_in(text)) found(hit);
    find_words(text, [&](const Hit& hit) {
      for (const Hit& other : unspaced)
        if (other.partner == hit.partner && other.start < hit.end && hit.start < other.end) return;
      found(hit);
    });
  }

 private:
  struct Pattern {
    std::uint32_t partner = 0;  // index in the dataset
    std::uint32_t first = 0;    // in words_
    std::uint32_t count = 0;
    bool titled = false;          // one word of several: a name only behind a title
    bool quoted = false;          // some of its words stand in quotes or brackets
    bool with_particles = false;  // which are words of it, as in "Ana Van"
    std::uint64_t key = 0;        // of its last one or two words
  };
  struct Gathered {
    std::vector<Pattern> patterns;
    std::vector<std::uint64_t> words;
    std::vector<std::pair<std::string, std::uint32_t>> unspaced;  // and whose it is

    /// One form of a name: each two of a person's words in a row, else the whole.
    void add(std::string_view name, Pattern pattern, bool person, bool alone);
  };

  template <class Found>
  void find_words(std::string_view text, Found&& found) const {
    std::vector<FoundWord> run;  // the words so far that may be part of a name
    Hit last;
    each_run(text, [&](const FoundWord& word) {
      if (!may_have(word.hash)) {
        if (run.empty()) return true;
        if (base::is_particle(word.text)) return false;
        run.clear();
        return true;
      }
      if (base::is_particle(word.text)) return false;
      const Hit hit = extend(text, word, run);
      if (hit.partner == nullptr) return true;
      if (hit.partner == last.partner && hit.start < last.end) {
        last.end = hit.end;  // a third word of the name that was found
        return true;
      }
      if (last.partner != nullptr) found(std::as_const(last));
      last = hit;
      return true;
    });
    if (last.partner != nullptr) found(std::as_const(last));
  }

  static void gather(const model::Partner& partner, Gathered& into);
  static std::uint64_t key_of(std::uint64_t before, std::uint64_t last) {
    return words::mix(before * 3 + last);
  }
  template <bool WithParticles>
  bool any_words_of(std::string_view text) const;
  void index();
  bool has_key(std::uint64_t key) const;
  std::vector<Hit> with_particles_in(std::string_view text) const;
  std::vector<Hit> unspaced_in(std::string_view text) const;
  /// With `word` behind those of `run`, the name that ends in it.
  Hit extend(std::string_view text, const FoundWord& word, std::vector<FoundWord>& run) const;
  /// The name whose words stand on both sides of a part in quotes or brackets.
  Hit past_aside(std::string_view text, const FoundWord& word) const;
  const Pattern* match(const std::vector<FoundWord>& run, std::uint64_t key, std::size_t at_least,
                       std::string_view text) const;

  const model::Dataset* data_ = nullptr;
  std::vector<Pattern> patterns_;
  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> slots_;  // open addressing by key: 1 + pattern
  std::vector<std::uint64_t> seen_;   // a bit for each word, by its hash
  bool has_particles_ = false;        // some pattern is with_particles
  release::UnspacedNames unspaced_;   // owned by the partner of that index
};

/// The words of a partner's name and aliases that are long enough to give it away in an id: at
/// least four letters, folded.
std::vector<std::string> telling_words(const model::Partner& partner);

}  // namespace rapport::rules
