// Names in scripts that put no spaces between words (Han, kana, Hangul, Thai ...), found within
// their sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapport::release {

/// In such a script, two characters or more: a name, though one word.
bool is_unspaced_name(std::string_view text);

/// A short name is a part of many words: one of two characters that are not both Han, or of fewer
/// than five letters where letters are not whole syllables, is found where it stands alone.

class UnspacedNames {
 public:
  struct Hit {
    std::uint32_t owner = 0;
    std::size_t start = 0;  // in the text
    std::size_t end = 0;
  };

  /// What is no `is_unspaced_name` is left out.
  void add(std::string_view name, std::uint32_t owner);
  bool empty() const { return names_.empty(); }

  bool any_in(std::string_view text) const;
  std::vector<Hit> all_in(std::string_view text) const;

 private:
  struct Name {
    std::u32string letters;  // folded
    std::uint32_t owner;
    bool stands_alone;
  };
  template <class Found>
  bool find(std::string_view text, Found&& found) const;

  std::unordered_map<std::uint64_t, std::vector<Name>> names_;  // by their first two letters
};

}  // namespace rapport::release
