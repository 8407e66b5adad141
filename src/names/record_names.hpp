// The matcher over records, of names: those of protected partners, or of all. It knows the forms of
// a name by numbers (name_keys.hpp), since nearly all texts name nobody and are to be passed over
// quickly; where they may name somebody, SecretMatcher has the last word.
#pragma once

#include "base/parallel_for.hpp"
#include "model/dataset.hpp"
#include "model/protection.hpp"
#include "names/unsegmented_scripts.hpp"
#include "names/word_filter.hpp"
#include "names/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::names {

class RecordNames {
 public:
  RecordNames() = default;
  /// Of the partners that are `wanted`.
  RecordNames(const model::Dataset& data, const base::ParallelFor& pool,
              bool (*wanted)(const model::Partner&) = &model::is_protected);

  bool empty() const { return is_empty_; }

  /// A name in a text. `only_titled`: one word of a person's name behind "Ms.", an initial or the
  /// like, which is the name of many.
  struct Hit {
    const model::Partner* partner = nullptr;
    std::size_t start = 0;
    std::size_t end = 0;
    bool only_titled = false;
  };

  /// `find` may find something; seldom wrong when it says so, and much faster.
  bool may_be_in(std::string_view text) const;
  /// The same of one reading of a text: see any_reading.
  bool may_be_in_reading(std::string_view reading) const;

  /// The same of the words of an id or a tag: see id_words.
  bool may_be_in_id(std::string_view text) const;

  /// The names in `text`, in its order; of one partner no two that overlap. What several people
  /// are called is the name of the first id, but behind a title it is that of each.
  std::vector<Hit> find(std::string_view text) const;

  /// Whom the text names, by id. What several people are called names each of them.
  std::vector<const model::Partner*> partners_in(std::string_view text) const;

 private:
  /// A form of a name, as a number, and whose it is.
  struct Key {
    std::uint64_t key;
    std::uint32_t partner;
    std::uint32_t next = 0;  // 1 + index of the same form of another partner
  };
  struct Forms;
  class QuickLook;

  /// Some name has a word of this hash; seldom wrong when it says so.
  bool may_have(std::uint64_t word) const { return !words_.empty() && words_.may_have(word); }

  static constexpr std::uint32_t nobody = 0xFFFFFFFF;

  static void gather(const model::Partner& partner, Forms& into);
  void index();
  /// Calls `visit(partner)` for each that has the key, by id, until it answers true.
  template <class Visit>
  bool any_owner(std::uint64_t key, Visit&& visit) const;
  template <class Visit>
  bool any_candidate(std::string_view text, Visit&& visit) const;
  /// Indexes of whom the text may name, in order.
  std::vector<std::uint32_t> candidates(std::string_view text) const;
  void find_titled(std::string_view text, std::vector<Hit>& hits) const;

  const model::Dataset* data_ = nullptr;
  bool is_empty_ = true;  // nobody is wanted
  std::vector<Key> keys_;
  std::vector<std::uint32_t> slots_;     // open addressing by key: 1 + index in keys_
  WordFilter words_;                     // those in names, and beginnings of two as one
  std::uint64_t one_word_lengths_ = 0;   // a bit for each, of two words as one
  std::size_t most_words_ = 0;           // of a name that is found as a whole
  std::size_t most_with_particles_ = 0;  // the same, where those are words of it
  UnsegmentedNames unsegmented_;         // owned by the partner of that index
};

}  // namespace rapport::names
