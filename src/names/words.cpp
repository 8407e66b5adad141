#include "names/words.hpp"

#include "base/sse2.hpp"
#include "names/introductions.hpp"

#include <array>
#include <cstring>

namespace rapport::names::words {
namespace {

/// Letters have the second highest bit, digits do not; small letters and digits have the third one.
WordBits with_borders(std::uint64_t words, std::uint64_t letters, std::uint64_t small) {
  const std::uint64_t follows_other_kind = letters ^ letters << 1;
  const std::uint64_t capital_behind_small = ~small & small << 1;
  const std::uint64_t capitals = letters & ~small;
  const std::uint64_t small_behind_two = letters & small & capitals << 1 & capitals << 2;  // "RIOs"
  return {words,
          words & words << 1 & (follows_other_kind | capital_behind_small | small_behind_two)};
}

}  // namespace

#if defined(__SSE2__)
WordBits bits_of(std::string_view text) {
  std::array<char, 64> end;  // what is read beyond the text must be there, and be of no word
  const char* at = text.data();
  if (text.size() < end.size()) {
    std::memcpy(end.data(), at, text.size());
    std::memset(end.data() + text.size(), 0, end.size() - text.size());
    at = end.data();
  }
  std::uint64_t words = 0;
  std::uint64_t letters = 0;
  std::uint64_t small = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const __m128i chars = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * i));
    const auto tops = [i](__m128i of) {
      return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(of))} << (16 * i);
    };
    // All that is no ASCII has its top bit, which is what is taken of each.
    words |= tops(_mm_or_si128(base::sse2::letters_and_digits(chars), chars));
    letters |= tops(_mm_slli_epi16(chars, 1));
    small |= tops(_mm_slli_epi16(chars, 2));
  }
  return with_borders(words, letters, small);
}
#else
WordBits bits_of(std::string_view text) {
  std::uint64_t words = 0;
  std::uint64_t letters = 0;
  std::uint64_t small = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    words |= std::uint64_t{is_word(text[i])} << i;
    letters |= std::uint64_t{(byte & 0x40U) != 0} << i;
    small |= std::uint64_t{(byte & 0x20U) != 0} << i;
  }
  return with_borders(words, letters, small);
}
#endif

bool is_titled(std::string_view text, std::size_t start) {
  std::size_t end = start;
  while (end > 0 && text[end - 1] == ' ') --end;
  const bool has_point = end > 0 && text[end - 1] == '.';
  if (has_point) --end;
  std::size_t first = end;
  while (first > 0 && is_word(text[first - 1])) --first;
  const std::string before = base::fold(text.substr(first, end - first));
  if (before.size() == 1) return has_point && before[0] >= 'a' && before[0] <= 'z';
  return is_title(before);
}

}  // namespace rapport::names::words
