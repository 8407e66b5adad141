#include "rules/engine/words.hpp"

#include "base/sixteen.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace rapport::rules::words {
namespace {

constexpr std::string_view titles[] = {"mr", "mrs", "ms",   "miss", "mx",   "dr",  "prof",
                                       "sr", "sra", "srta", "don",  "dona", "mme", "mlle"};

}  // namespace

#if defined(__SSE2__)
namespace {

unsigned bits_of_sixteen(const char* at) {
  const __m128i chars = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  // All that is no ASCII has its top bit, which is what is taken of each.
  const __m128i of_words = _mm_or_si128(base::sixteen::letters_and_digits(chars), chars);
  return static_cast<unsigned>(_mm_movemask_epi8(of_words));
}

}  // namespace

std::uint64_t bits_of(std::string_view text) {
  std::array<char, 64> end;  // what is read beyond the text must be there, and be of no word
  const char* at = text.data();
  if (text.size() < end.size()) {
    std::memcpy(end.data(), at, text.size());
    std::memset(end.data() + text.size(), 0, end.size() - text.size());
    at = end.data();
  }
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 4; ++i)
    bits |= std::uint64_t{bits_of_sixteen(at + 16 * i)} << (16 * i);
  return bits;
}
#else
std::uint64_t bits_of(std::string_view text) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) bits |= std::uint64_t{is_word(text[i])} << i;
  return bits;
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
  return std::ranges::find(titles, before) != std::end(titles);
}

}  // namespace rapport::rules::words
