// Names of people, found by two of their words, or by one behind the initial of another.
#pragma once

#include "names/name_words.hpp"
#include "names/scan_text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace rapport::names {

class Persons {
 public:
  /// Two words of a name, as each_name_form gives them, of which `words` are all.
  void add_pair(std::string_view first, std::string_view second, const Between& between,
                const NameWords& words, std::uint32_t owner);
  void add_initial(std::string_view letter, std::string_view word, const NameWords& words,
                   std::uint32_t owner);

  void find(const ScanText& text, std::vector<Match>& found) const;

 private:
  /// Two words of a name, the one before the other in it.
  struct Pair {
    std::string first;
    std::string second;
    std::uint32_t owner;
    Between between;
    bool in_capitals;  // one is a particle elsewhere
    bool is_initial;   // the first is the letter of one
  };
  /// On the way back from a word to the one that may go with it.
  struct Way {
    Between between;
    bool has_comma = false;
    bool has_middle = false;    // a word that is none of the name
    bool has_particle = false;  // "and" too
  };

  void add(const Pair& pair);
  std::size_t back(const ScanText& text, std::size_t at, Way& way) const;
  void find_before(const ScanText& text, std::size_t at, std::vector<Match>& found) const;
  /// `one` then is the first word of what is found.
  const Pair* pair_of(const ScanText& text, std::size_t& one, std::size_t other,
                      const Way& way) const;
  bool may_be(const ScanText& text, std::size_t at) const;
  template <class Visit>
  bool any_form(const ScanText& text, std::size_t at, Visit&& visit) const;

  std::unordered_map<std::uint64_t, Pair> pairs_;
  std::unordered_set<std::uint64_t> words_;  // that some pair has
};

}  // namespace rapport::names
