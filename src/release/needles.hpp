// What is looked for in an output, read once for all readings of its bytes.
#pragma once

#include "base/hash.hpp"
#include "release/hay.hpp"
#include "release/scan.hpp"
#include "release/unspaced.hpp"

#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapport::release {

class Needles {
 public:
  Needles(std::span<const Secret> secrets, std::span<const std::string> open);

  const Secret* find(std::string_view bytes) const;

 private:
  /// Words in a row, whatever stands between them. `secret` is null for an open text.
  struct Phrase {
    std::vector<std::string_view> words;
    const Secret* secret = nullptr;
  };
  using Phrases = std::unordered_map<std::string_view, std::vector<Phrase>>;
  struct Second {
    std::string_view word;
    const Secret* secret;
  };

  /// Lets a part of a text be looked up without a copy.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return base::hash(text); }
  };

  void add(const Secret& secret);
  void add_words(std::string_view text, const Secret& secret);
  void add_pairs(const std::vector<std::string_view>& words, const Secret& secret);
  void add_pair(std::string_view one, std::string_view other, const Secret& secret);
  std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }

  const Secret* find_number(std::string_view folded) const;
  const Secret* find_digits(std::string_view digits, std::size_t shortest) const;
  const Secret* find_unspaced(std::string_view bytes) const;
  const Secret* find_phrase(const Hay& hay, std::size_t at) const;
  const Secret* find_pair(const Hay& hay, std::size_t first, std::size_t second) const;
  bool is_open(const Hay& hay, std::size_t first, std::size_t last) const;

  std::deque<std::string> kept_;  // what the words are parts of
  std::span<const Secret> secrets_;
  std::unordered_map<std::string, const Secret*, Hash, std::equal_to<>>
      numbers_;                              // by their digits
  std::vector<std::size_t> number_lengths_;  // from the shortest on, each once
  UnspacedNames unspaced_;
  UnspacedNames open_unspaced_;
  Phrases phrases_;
  Phrases open_;
  std::size_t longest_open_ = 0;
  std::unordered_map<std::string_view, std::vector<Second>> pairs_;
};

/// Its digits stand for it, however they are grouped.
bool is_number(std::string_view text);

}  // namespace rapport::release
