#include "yaml/check.hpp"

#include "yaml/tree.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace rapport::yaml {
namespace {

unsigned char byte(const char* at) { return static_cast<unsigned char>(*at); }

/// The next byte that is more than printable ASCII, line feed and tab; at most `end`.
#if defined(__SSE2__)
const char* next_special(const char* at, const char* end) {
  for (; at < end; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    // Signed, so bytes from 0x80 up count as controls here.
    const __m128i low = _mm_cmpgt_epi8(_mm_set1_epi8(0x20), bytes);
    const __m128i fine = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')),
                                      _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t')));
    const __m128i del = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7f));
    const int found = _mm_movemask_epi8(_mm_or_si128(_mm_andnot_si128(fine, low), del));
    if (found != 0) {
      at += __builtin_ctz(static_cast<unsigned>(found));
      return std::min(at, end);
    }
  }
  return end;
}
#else
bool is_plain_ascii(unsigned char c) { return (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\t'; }

const char* next_special(const char* at, const char* end) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t tops = 0x8080808080808080U;
  for (; end - at >= 8; at += 8) {
    std::uint64_t bytes;
    std::memcpy(&bytes, at, 8);
    const std::uint64_t below_space = bytes - ones * 0x20;
    const std::uint64_t del = bytes + ones;
    if (((below_space | del | bytes) & tops) == 0) continue;
    for (const char* const stop = at + 8; at < stop; ++at)
      if (!is_plain_ascii(byte(at))) return at;
    at -= 8;
  }
  while (at < end && is_plain_ascii(byte(at))) ++at;
  return at;
}
#endif

bool is_continuation(unsigned char c) { return (c & 0xc0) == 0x80; }

Fault fault(Problem problem, std::string_view text, const char* at, std::size_t length) {
  return {problem, static_cast<std::uint32_t>(at - text.data()),
          static_cast<std::uint32_t>(length)};
}

/// A zero byte, or a byte that is no UTF-8: text of another encoding, or damage.
Fault foreign(std::string_view text, const char* at) {
  const auto is_zero = [&](std::size_t i) { return i < text.size() && text[i] == '\0'; };
  const bool has_mark = text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
  const bool has_zeros = text.size() >= 4 && is_zero(0) != is_zero(1) && is_zero(0) == is_zero(2) &&
                         is_zero(1) == is_zero(3);
  if (has_mark || has_zeros) return {Problem::encoding, 0, 1};
  if (*at != '\0') return fault(Problem::encoding, text, at, 1);
  if (text.find_first_not_of('\0') == std::string_view::npos) return {Problem::empty_file, 0, 0};
  return fault(Problem::control_character, text, at, 1);
}

/// Once one line ends in CRLF all must, or the first that does not is at fault.
Fault check_line_ends(std::string_view text) {
  const auto is_crlf = [&](std::size_t feed) { return feed > 0 && text[feed - 1] == '\r'; };
  const std::size_t first = text.find('\n');
  const bool expected = first != std::string_view::npos && is_crlf(first);
  for (std::size_t feed = first; feed != std::string_view::npos; feed = text.find('\n', feed + 1))
    if (is_crlf(feed) != expected)
      return fault(Problem::mixed_line_ends, text, text.data() + feed - (expected ? 0 : 1), 1);
  return {};
}

}  // namespace

CodePoint code_point(const char* at, const char* end) {
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::ptrdiff_t left = end - at;
  const auto bits = [at](int i) { return static_cast<char32_t>(byte(at + i) & 0x3f); };
  if (lead >= 0xc2 && lead < 0xe0) {
    if (left < 2 || !is_continuation(byte(at + 1))) return {};
    return {(lead & 0x1fU) << 6 | bits(1), 2};
  }
  if (lead >= 0xe0 && lead < 0xf0) {
    if (left < 3 || !is_continuation(byte(at + 1)) || !is_continuation(byte(at + 2))) return {};
    const char32_t point = (lead & 0xfU) << 12 | bits(1) << 6 | bits(2);
    if (point < 0x800 || (point >= 0xd800 && point < 0xe000)) return {};
    return {point, 3};
  }
  if (lead < 0xf0 || lead >= 0xf5 || left < 4) return {};
  for (int i = 1; i < 4; ++i)
    if (!is_continuation(byte(at + i))) return {};
  const char32_t point = (lead & 0x7U) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3);
  if (point < 0x10000 || point > 0x10ffff) return {};
  return {point, 4};
}

bool is_forbidden(char32_t point) {
  if (point < 0x20) return true;
  if (point >= 0x7f && point < 0xa0) return true;
  return point == 0x2028 || point == 0x2029 || point == 0xfffe || point == 0xffff;
}

Fault check(std::string_view text, bool& has_unusual) {
  const char* const end = text.data() + text.size();
  bool has_return = false;
  for (const char* at = next_special(text.data(), end); at < end;) {
    if (*at == '\r' && at + 1 < end && at[1] == '\n') {
      has_return = true;
      at = next_special(at + 2, end);
      continue;
    }
    const CodePoint point = code_point(at, end);
    if (point.length == 0 || point.value == 0) return foreign(text, at);
    const bool is_white = point.value == '\n' || point.value == '\t';
    const bool is_late_mark = point.value == 0xfeff && at != text.data();
    if ((is_forbidden(point.value) && !is_white) || is_late_mark)
      return fault(Problem::control_character, text, at, point.length);
    has_unusual = has_unusual || is_unusual(point.value);
    at += point.length;
    if (byte(at) < 0x80) at = next_special(at, end);
  }
  return has_return ? check_line_ends(text) : Fault{};
}

}  // namespace rapport::yaml
