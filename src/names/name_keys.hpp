// The forms of a name as numbers, by which those who may stand in a text are known.
#pragma once

#include "base/hash.hpp"
#include "names/words.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rapport::names::name_keys {

/// Bytes of two words as one that is looked for anywhere within a word, and of its beginning, by
/// which it is known at first. Shorter ones are looked for where something says that another word
/// begins.
inline constexpr std::size_t shortest_within = 10;
inline constexpr std::size_t gram = 8;

inline std::uint64_t hash_of(std::string_view folded) { return words::hash<false>(folded); }

/// Of two words in either order.
inline std::uint64_t pair(std::uint64_t one, std::uint64_t other) {
  return base::chain(std::min(one, other), std::max(one, other));
}
/// One word of a person's name, which is enough behind a title.
inline std::uint64_t titled(std::uint64_t word) { return base::chain(word, 1); }
/// Two words as one.
inline std::uint64_t one_word(std::uint64_t word) { return base::chain(word, 2); }
/// A whole name, from its last word on: the next one before.
inline std::uint64_t whole(std::uint64_t behind, std::uint64_t word) {
  return base::chain(behind + 3, word);
}

}  // namespace rapport::names::name_keys
