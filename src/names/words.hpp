// The words of a text as names are compared: folded, without the small words between the parts of a
// name. ASCII, which most text is, takes no memory.
#pragma once

#include "base/hash.hpp"
#include "base/particles.hpp"
#include "base/swar.hpp"
#include "base/unicode.hpp"

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::names {

struct TextWord {
  std::uint64_t hash = 0;
  std::string_view text;  // as it is written when it is ASCII, else folded: while it is visited
  std::size_t start = 0;  // in the text as it is written
  std::size_t end = 0;
  std::size_t letters = 0;
  bool joined = false;  // nothing but spaces, hyphens and the like since the word before
};

namespace words {

using base::swar::Eight;
using base::swar::first_bytes;
using base::swar::lower;
using base::swar::top_bits;

/// ASCII letters and digits, and all that is no ASCII.
constexpr Eight word_bits(Eight chars) {
  return base::swar::letters_and_digits(chars) | (chars & top_bits);
}

inline bool is_word(char c) { return word_bits(static_cast<unsigned char>(c)) != 0; }
inline bool ends_joined(char c) {
  switch (c) {
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case '(':
    case ')':
    case '[':
    case ']':
    case '"':
    case '/':
      return true;
    default:
      return false;
  }
}

/// How many of the eight, from the first one on, are of a word.
inline std::size_t length_of(Eight chars) { return base::swar::leading(word_bits(chars)); }

/// How many characters of a word stand from `at` on, and whether they are all ASCII.
inline std::size_t word_length(const char* at, std::size_t left, bool& ascii) {
  std::size_t length = 0;
  while (left - length >= 8) {
    const Eight chars = base::swar::load(at + length);
    const std::size_t here = length_of(chars);
    if (here != 0 && (chars & first_bytes(here) & top_bits) != 0) ascii = false;
    length += here;
    if (here != 8) return length;
  }
  for (; length < left && is_word(at[length]); ++length)
    ascii = ascii && static_cast<unsigned char>(at[length]) < 0x80;
  return length;
}

inline constexpr std::uint64_t seed = 0x9E3779B97F4A7C15;
inline constexpr std::uint64_t odd = 0xD6E8FEB86659FD93;

/// Of ASCII in any case, or of folded text: the same for one word in both forms.
template <bool IsAscii>
std::uint64_t hash(std::string_view word) {
  constexpr std::uint64_t mask = IsAscii ? lower : 0;
  std::uint64_t state = seed ^ word.size();
  const char* at = word.data();
  std::size_t left = word.size();
  for (; left >= 8; at += 8, left -= 8)
    state = base::hashing::mix(state ^ (base::swar::load(at) | mask), odd);
  if (left == 0) return state;
  const std::uint64_t tail = base::hashing::load(at, left) | (mask & first_bytes(left));
  return base::hashing::mix(state ^ tail, odd);
}

/// The same of folded text that is eight bytes long.
inline std::uint64_t hash_of_eight(Eight chars) {
  return base::hashing::mix(seed ^ 8 ^ chars, odd);
}

/// Of an ASCII word of fewer than eight letters, the first of `chars`.
inline std::uint64_t short_hash(Eight chars, std::size_t length) {
  return base::hashing::mix(seed ^ length ^ ((chars | lower) & first_bytes(length)), odd);
}

inline bool is_ascii(std::string_view word) {
  Eight seen = 0;
  std::size_t at = 0;
  for (; word.size() - at >= 8; at += 8) seen |= base::swar::load(word.data() + at);
  return ((seen | base::hashing::load(word.data() + at, word.size() - at)) & top_bits) == 0;
}

/// Of a word with `left` readable characters from its start on; 0 when it is not all ASCII.
inline std::uint64_t plain_hash(std::string_view word, std::size_t left) {
  if (word.size() < 8 && left >= 8) {
    const Eight chars = base::swar::load(word.data()) & first_bytes(word.size());
    return (chars & top_bits) == 0 ? short_hash(chars, word.size()) : 0;
  }
  return is_ascii(word) ? hash<true>(word) : 0;
}

/// A bit for each of up to 64 characters, the first one lowest.
struct WordBits {
  std::uint64_t words;    // that is of a word
  std::uint64_t borders;  // where within one another begins: in "AnaEjemplo", in "ana1980"
};
WordBits bits_of(std::string_view text);

/// What a word may be besides one by itself.
inline constexpr std::uint8_t tied = 1;         // one with the word before: "Jean-Luc"
inline constexpr std::uint8_t has_borders = 2;  // several: "AnaEjemplo", "ana1980"
inline constexpr bool ties(char before) {
  return before == '-' || before == '_' || before == '\'' || before == '`';
}

/// The word that begins at `start` is introduced as somebody's name: by "Ms.", "Sr.", an initial.
bool is_titled(std::string_view text, std::size_t start);

}  // namespace words

/// Calls `visit(const TextWord&)` for each word of `text`. A word for which it answers false is
/// passed over: it joins what stands around it.
template <class Visit>
void each_run(std::string_view text, Visit&& visit) {
  std::size_t letters = 0;  // of the word before
  bool joined = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t left = text.size() - i;
    const words::Eight chars = left >= 8 ? base::swar::load(text.data() + i) : 0;
    const std::size_t length =
        left >= 8 ? words::length_of(chars) : std::size_t{words::is_word(text[i])};
    if (length == 0) {
      // A point ends a sentence, but not behind an initial.
      const char c = text[i++];
      if (c != ' ' && (words::ends_joined(c) || (c == '.' && letters > 1))) joined = false;
      continue;
    }
    if (left >= 8 && length < 8 && (chars & words::top_bits & words::first_bytes(length)) == 0) {
      letters = length;
      joined |= visit(TextWord{words::short_hash(chars, length), text.substr(i, length), i,
                               i + length, length, joined});
      i += length;
      if (i < text.size() && text[i] == ' ') ++i;
      continue;
    }
    const std::size_t start = i;
    bool ascii = true;
    i += words::word_length(text.data() + i, left, ascii);
    const auto run = text.substr(start, i - start);
    if (ascii) {
      letters = run.size();
      joined |= visit(TextWord{words::hash<true>(run), run, start, i, letters, joined});
      continue;
    }
    const std::string folded = base::fold(run);
    for (const auto part : base::words(folded)) {
      letters = base::count_points(part);
      joined |= visit(TextWord{words::hash<false>(part), part, start, i, letters, joined});
    }
  }
}

/// A word in passing: `text` is as it is written when it is ASCII, else folded.
struct QuickWord {
  std::uint64_t hash;
  std::string_view text;
  bool is_written;       // `text` is a part of the text looked at
  std::uint8_t kind;     // words::tied and the like
  std::string_view run;  // what it is written as, or is a part of
};

/// Calls `visit(const QuickWord&)` for each word of `text`, until it answers true: then so does
/// this. What stands between two words is not looked at, which makes it several times as fast as
/// `each_run`.
template <class Visit>
bool any_word(std::string_view text, Visit&& visit) {
  constexpr std::size_t block = 64;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + block;
    const words::WordBits of_block = words::bits_of(text.substr(at, block));
    for (std::uint64_t bits = of_block.words; bits != 0;) {
      const auto from = static_cast<std::size_t>(std::countr_zero(bits));
      auto length = static_cast<std::size_t>(std::countr_one(bits >> from));
      bits = from + length < block ? bits >> (from + length) << (from + length) : 0;
      const std::size_t start = at + from;
      std::uint8_t kind = 0;
      const std::uint64_t of_word = ~(~std::uint64_t{0} << (length & 63U));
      if (of_block.borders != 0 && (of_block.borders >> from & of_word) != 0)
        kind = words::has_borders;
      if (from + length == block) {  // it may go on: looked at again from its first letter
        if (from != 0) {
          next = start;
          break;
        }
        bool ascii = true;
        length = words::word_length(text.data() + start, text.size() - start, ascii);
        next = start + length;
        kind = words::has_borders;
      }
      if (start != 0 && words::ties(text[start - 1])) kind |= words::tied;
      const std::string_view word(text.data() + start, length);
      if (const auto hash = words::plain_hash(word, text.size() - start)) {
        if (visit(QuickWord{hash, word, true, kind, word})) return true;
        continue;
      }
      kind |= words::has_borders;
      const std::string folded = base::fold(word);
      for (const auto part : base::words(folded))
        if (visit(QuickWord{words::hash<false>(part), part, false, kind, word})) return true;
    }
    at = next;
  }
  return false;
}

/// Calls `visit(const TextWord&)` for each word of `text` that is no particle.
template <class Visit>
void each_word(std::string_view text, Visit&& visit) {
  each_run(text, [&](const TextWord& word) {
    if (base::is_particle(word.text)) return false;
    visit(word);
    return true;
  });
}

}  // namespace rapport::names
