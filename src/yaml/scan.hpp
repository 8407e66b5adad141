// Classes of characters, and the one scan that most of a record's bytes pass through.
#pragma once

#include "base/sse2.hpp"

#include <array>
#include <cstdint>

namespace rapport::yaml {

namespace class_of {
inline constexpr std::uint8_t line_end = 2;   // a lone CR has been refused before
inline constexpr std::uint8_t indicator = 4;  // cannot begin a plain scalar; '-' is looked at apart
inline constexpr std::uint8_t flow_mark = 8;  // ends a plain scalar in a flow collection
inline constexpr std::uint8_t plain_stop = 16;  // where a plain scalar is looked at more closely
inline constexpr std::uint8_t flow_stop = 32;   // the same, in a flow collection only
inline constexpr std::uint8_t key = 64;         // may stand in a key
}  // namespace class_of

inline constexpr std::array<std::uint8_t, 256> char_classes = [] {
  std::array<std::uint8_t, 256> table{};
  const auto mark = [&table](const char* chars, unsigned bits) {
    for (; *chars != 0; ++chars) {
      auto& entry = table[static_cast<unsigned char>(*chars)];
      entry = static_cast<std::uint8_t>(entry | bits);
    }
  };
  mark("\n\r", class_of::line_end | class_of::plain_stop);
  mark("\t:#", class_of::plain_stop);
  mark(",[]{}", class_of::indicator | class_of::flow_mark);
  mark("#&*!|>'\"%@`?:", class_of::indicator);
  mark("?", class_of::flow_stop);
  mark("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", class_of::key);
  return table;
}();

inline bool is(char c, std::uint8_t bits) {
  return (char_classes[static_cast<unsigned char>(c)] & bits) != 0;
}
inline bool is_line_end(char c) { return is(c, class_of::line_end); }
inline bool is_space_or_end(char c) { return c == ' ' || is_line_end(c); }

/// The next character that may end a plain scalar: a line end or other control, ':' or '#', in a
/// flow collection also its marks. The text ends in a line end and padding.
template <bool in_flow>
inline const char* plain_stop(const char* at) {
#if defined(__SSE2__)
  for (;; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const auto equal = [&bytes](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1f)), bytes);
    __m128i stop = _mm_or_si128(control, _mm_or_si128(equal(':'), equal('#')));
    if constexpr (in_flow) {
      const __m128i raised = _mm_or_si128(bytes, _mm_set1_epi8(0x20));  // [ ] to { }
      const __m128i braces = _mm_or_si128(_mm_cmpeq_epi8(raised, _mm_set1_epi8('{')),
                                          _mm_cmpeq_epi8(raised, _mm_set1_epi8('}')));
      stop = _mm_or_si128(stop, _mm_or_si128(_mm_or_si128(equal(','), equal('?')), braces));
    }
    const int found = _mm_movemask_epi8(stop);
    if (found != 0) return at + __builtin_ctz(static_cast<unsigned>(found));
  }
#else
  constexpr std::uint8_t stops = static_cast<std::uint8_t>(
      class_of::plain_stop | (in_flow ? class_of::flow_mark | class_of::flow_stop : 0));
  while (!is(*at, stops)) ++at;
  return at;
#endif
}

/// The next character that may not stand in a key.
inline const char* key_stop(const char* at) {
#if defined(__SSE2__)
  for (;; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('_')),
                                       _mm_cmpeq_epi8(bytes, _mm_set1_epi8('-')));
    const int good = _mm_movemask_epi8(_mm_or_si128(base::sse2::letters_and_digits(bytes), marks));
    if (good != 0xffff) return at + __builtin_ctz(~static_cast<unsigned>(good));
  }
#else
  while (is(*at, class_of::key)) ++at;
  return at;
#endif
}

}  // namespace rapport::yaml
