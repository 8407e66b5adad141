// Whole names: of groups, of what is enough by itself, and those of everyday words.
#pragma once

#include "names/name_words.hpp"
#include "names/scan_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace rapport::names {

class Phrases {
 public:
  void add(const ScanText& name, const NameWords& words, std::uint32_t owner);

  void find(const ScanText& text, std::vector<Match>& found) const;

 private:
  struct Phrase {
    std::vector<std::string> words;
    bool is_common = false;  // it is one only in capitals, and as no part of a longer name
    bool has_signs = false;  // something else than spaces is between its words
    std::optional<std::uint32_t> owner = {};
    std::optional<std::uint32_t> owner_with_and = {};  // "Justice and Peace"
  };

  using Table = std::unordered_map<std::uint64_t, Phrase>;  // by all its words

  static std::optional<std::uint32_t> owner_of(const Phrase& phrase, bool has_and);
  static void find_at(const ScanText& text, std::size_t at, const Table& phrases,
                      bool with_particles, std::vector<Match>& found);

  Table phrases_;
  Table of_particles_;  // which are words of it: "El Al"
  std::unordered_set<std::uint64_t> starts_;
};

}  // namespace rapport::names
