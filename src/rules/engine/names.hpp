// The names of protected partners, for finding them in the text of records: what release/needles.hpp
// finds in an output is found here too. Nearly all texts name nobody, and are passed over quickly.
#pragma once

#include "base/pool.hpp"
#include "model/dataset.hpp"
#include "release/unspaced.hpp"
#include "rules/engine/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::rules {

class Names {
 public:
  Names() = default;
  Names(const model::Dataset& data, const base::Pool& pool);

  bool empty() const { return is_empty_; }

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

  /// What may be in a text, to be looked at closely; seldom wrong, and much faster.
  struct Suspicion {
    bool of_name = false;     // `find` may find something
    bool of_contact = false;  // it has a digit, or a sign of an address
    bool is_any() const { return of_name || of_contact; }
  };
  Suspicion suspect(std::string_view text) const;

  /// The names in `text`, in its order; of one partner no two that overlap.
  std::vector<Hit> find(std::string_view text) const;

 private:
  /// A form of a name, as a number, and whose it is.
  struct Key {
    std::uint64_t key;
    std::uint32_t partner;
  };
  struct Gathered;
  class Scan;

  static void gather(const model::Partner& partner, Gathered& into);
  void index();
  /// The partner of that key with the first id; none is `nobody`.
  static constexpr std::uint32_t nobody = 0xFFFFFFFF;
  std::uint32_t owner_of(std::uint64_t key) const;
  template <class Visit>
  Suspicion any_candidate(std::string_view text, Visit&& visit) const;
  void find_titled(std::string_view text, std::vector<Hit>& hits) const;

  const model::Dataset* data_ = nullptr;
  bool is_empty_ = true;  // nobody is protected
  std::vector<Key> keys_;
  std::vector<std::uint32_t> slots_;  // open addressing by key: 1 + index in keys_
  std::vector<std::uint64_t> words_;  // hashes of those in names, for seen_
  std::vector<std::uint64_t> seen_;   // a bit for each word, by its hash
  std::uint64_t glued_lengths_ = 0;  // a bit for each, of two words as one
  std::size_t most_words_ = 0;       // of a name that is found as a whole
  release::UnspacedNames unspaced_;  // owned by the partner of that index
};

/// The words of a partner's name and aliases that are long enough to give it away in an id: at
/// least four letters, folded, sorted, each once.
std::vector<std::string> telling_words(const model::Partner& partner);

}  // namespace rapport::rules
