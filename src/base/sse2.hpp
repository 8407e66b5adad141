// Sixteen characters in one register, where the machine has them: what base/swar.hpp does for
// eight.
#pragma once

#if defined(__SSE2__)
#include <emmintrin.h>

namespace rapport::base::sse2 {

/// All bits of each character from `first` to `last`. It is moved so that they begin at the lowest
/// number there is, and one comparison tells.
inline __m128i within(__m128i chars, char first, char last) {
  const __m128i moved = _mm_sub_epi8(chars, _mm_set1_epi8(static_cast<char>(first - 128)));
  return _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(last - first + 1 - 128)));
}

/// All bits of each ASCII letter and digit.
inline __m128i letters_and_digits(__m128i chars) {
  const __m128i letters = within(_mm_or_si128(chars, _mm_set1_epi8(0x20)), 'a', 'z');
  return _mm_or_si128(letters, within(chars, '0', '9'));
}

}  // namespace rapport::base::sse2
#endif
