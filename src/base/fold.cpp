// The forms in which texts are compared: normal form C, without case, folded.
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace rapport::base {
namespace {

int combining_class(utf8proc_int32_t point) {
  return utf8proc_get_property(point)->combining_class;
}

/// Puts each run of marks in the order of their classes; within a class they keep theirs.
void order_marks(std::vector<utf8proc_int32_t>& points) {
  const auto is_mark = [](utf8proc_int32_t point) { return combining_class(point) != 0; };
  for (auto at = points.begin(); at != points.end();) {
    const auto start = std::find_if(at, points.end(), is_mark);
    at = std::find_if_not(start, points.end(), is_mark);
    if (!std::ranges::is_sorted(start, at, {}, combining_class))
      std::ranges::stable_sort(start, at, {}, combining_class);
  }
}

/// Empty when `text` is not UTF-8. Not by utf8proc_map: it puts marks in order one exchange at a
/// time, and a run of them that fills a record would take minutes.
std::string mapped(std::string_view text, int options) {
  constexpr std::size_t most_parts = 32;  // a character has 18 at most in Unicode 15
  const auto option = static_cast<utf8proc_option_t>(options);
  if (!is_utf8(text)) return {};
  std::vector<utf8proc_int32_t> points;
  points.reserve(text.size() + most_parts);
  while (!text.empty()) {
    const char32_t point = next_code_point(text);
    std::array<utf8proc_int32_t, most_parts> parts{};
    int boundary = UTF8PROC_BOUNDCLASS_START;
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point), parts.data(),
                                               most_parts, option, &boundary);
    if (count < 0) return {};
    points.insert(points.end(), parts.begin(),
                  parts.begin() + std::min<std::ptrdiff_t>(count, most_parts));
  }
  order_marks(points);
  auto size = static_cast<utf8proc_ssize_t>(points.size());
  if (options & UTF8PROC_COMPOSE) size = utf8proc_normalize_utf32(points.data(), size, option);
  std::string result;
  result.reserve(points.size());
  for (const auto point : std::span(points).first(static_cast<std::size_t>(size)))
    append_point(result, static_cast<char32_t>(point));
  return result;
}

struct Replacement {
  char32_t from;
  std::string_view to;
};

// Letters that neither decomposition nor case folding reduces, and signs that are typed in more
// than one way. Sorted.
constexpr auto replacements = std::to_array<Replacement>({
    {0x00D7, "x"},      {0x00E6, "ae"},     {0x00F0, "d"},      {0x00F8, "o"},
    {0x00FE, "th"},     {0x0111, "d"},      {0x0127, "h"},      {0x0131, "i"},
    {0x0138, "k"},      {0x0142, "l"},      {0x014B, "ng"},     {0x0153, "oe"},
    {0x0167, "t"},      {0x0180, "b"},      {0x0192, "f"},      {0x0199, "k"},
    {0x01B4, "y"},      {0x01B6, "z"},      {0x01E5, "g"},      {0x0253, "b"},
    {0x0254, "o"},      {0x0256, "d"},      {0x0257, "d"},      {0x0259, "e"},
    {0x025B, "e"},      {0x0268, "i"},      {0x0272, "ny"},     {0x0289, "u"},
    {0x0294, "'"},      {0x02B9, "'"},      {0x02BB, "'"},      {0x02BC, "'"},
    {0x02BE, "'"},      {0x02BF, "'"},      {0x0621, ""},       {0x0640, ""},
    {0x0629, "\u0647"},  // ta marbuta, as ha
    {0x0649, "\u064A"},  // alef maqsura, as ya
    {0x0671, "\u0627"},  // alef wasla
    {0x0672, "\u0627"}, {0x0673, "\u0627"}, {0x0675, "\u0627"}, {0x06A9, "\u0643"},  // Persian kaf
    {0x06BE, "\u0647"}, {0x06C1, "\u0647"}, {0x06C3, "\u0647"}, {0x06CC, "\u064A"},
    {0x06D2, "\u064A"}, {0x06D5, "\u0647"}, {0x2010, "-"},      {0x2011, "-"},
    {0x2012, "-"},      {0x2013, "-"},      {0x2014, "-"},      {0x2018, "'"},
    {0x2019, "'"},      {0x201B, "'"},      {0x201C, "\""},     {0x201D, "\""},
    {0x2212, "-"},
});

constexpr const Replacement* replacement(char32_t point) {
  for (const auto& row : replacements)
    if (row.from == point) return &row;
  return nullptr;
}

/// Marks above and below letters. Vowel signs and the voicing marks of Indic scripts and Japanese
/// (classes up to 9) make another letter and stay.
bool is_accent(char32_t point) {
  return combining_class(static_cast<utf8proc_int32_t>(point)) >= 10;
}

void append_folded(std::string& out, char32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (const auto* row = replacement(point)) {
    out += row->to;
  } else if (const int digit = digit_value(point); digit >= 0) {
    out += static_cast<char>('0' + digit);
  } else if (!is_accent(point)) {
    append_point(out, point);
  }
}

}  // namespace

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string result = mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  return result.empty() ? std::string(text) : result;
}

std::string caseless(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  std::string result = mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
  return result.empty() ? std::string(text) : result;
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  const std::string plain = mapped(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                             UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  if (plain.empty()) return is_utf8(text) ? std::string() : lower_ascii(text);
  std::string out;
  out.reserve(plain.size());
  for (std::string_view rest = plain; !rest.empty();) append_folded(out, next_code_point(rest));
  return out;
}

}  // namespace rapport::base
