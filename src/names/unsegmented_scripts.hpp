// Names in scripts that put no spaces between words (Han, kana, Hangul, Thai ...), found within
// their sentences.
#pragma once

#include "names/scan_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace rapport::names {

/// In such a script, two characters or more: a name, though one word.
bool is_unsegmented_name(std::string_view text);

/// A short name is a part of many words: one of two characters that are not both Han, or of fewer
/// than five letters where letters are not whole syllables, is found where it is alone.
class UnsegmentedNames {
 public:
  /// What is no `is_unsegmented_name` is left out. A long one is known by its beginning.
  void add(std::string_view name, std::uint32_t owner);
  bool empty() const { return names_.empty(); }

  bool any_in(std::string_view text) const;
  void find(std::string_view text, std::vector<Match>& found) const;

 private:
  struct Name {
    std::u32string letters;  // folded
    std::uint32_t owner;
    bool stands_alone;
  };
  template <class Visit>
  bool any(std::string_view text, Visit&& visit) const;

  std::unordered_map<std::uint64_t, Name> names_;  // by all their letters
  std::unordered_set<std::uint64_t> starts_;       // by the first two
};

}  // namespace rapport::names
