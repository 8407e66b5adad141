#include "base/unicode.hpp"

#include "base/text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace rapport::base {
namespace {

const utf8proc_uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

/// The length of the character at the start of `text`, or 0 when there is none.
std::size_t decode(std::string_view text, char32_t& point) {
  utf8proc_int32_t found = 0;
  const auto length =
      utf8proc_iterate(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &found);
  if (length <= 0) return 0;
  point = static_cast<char32_t>(found);
  return static_cast<std::size_t>(length);
}

utf8proc_category_t category(char32_t point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(point));
}

std::size_t columns_of(char32_t point) {
  return static_cast<std::size_t>(
      std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(point))));
}

/// The vowels and ends of Korean syllables lie over their beginning.
bool is_conjoining_jamo(char32_t point) {
  return (point >= 0x1160 && point < 0x1200) || (point >= 0xD7B0 && point < 0xD800);
}

/// Terminals give a column of its own to a mark that takes room, such as most vowels of the scripts
/// of India, and to a letter within a cluster, such as the Thai am.
bool takes_room(char32_t point) {
  const auto own = category(point);
  return own == UTF8PROC_CATEGORY_MC || (own == UTF8PROC_CATEGORY_LO && !is_conjoining_jamo(point));
}

/// Takes one character as a reader sees it, with its marks, off `text`; gives its columns.
std::size_t take_cluster(std::string_view& text) {
  char32_t before = next_code_point(text);
  std::size_t columns = category(before) == UTF8PROC_CATEGORY_MC ? 1 : columns_of(before);
  utf8proc_int32_t state = 0;
  while (!text.empty()) {
    auto rest = text;
    const char32_t point = next_code_point(rest);
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                         static_cast<utf8proc_int32_t>(point), &state))
      break;
    const bool is_flag = point >= 0x1F1E6 && point <= 0x1F1FF;
    if (is_flag || point == 0xFE0F) columns = 2;
    if (takes_room(point))
      columns += std::max<std::size_t>(columns_of(point), 1);
    else
      columns = std::max(columns, columns_of(point));
    before = point;
    text = rest;
  }
  return columns;
}

}  // namespace

bool is_word(char32_t point) {
  switch (category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

int digit_value(char32_t point) {
  const auto is_digit_at = [](char32_t at) { return category(at) == UTF8PROC_CATEGORY_ND; };
  if (point >= 0x1D7CE && point <= 0x1D7FF)  // bold, double-struck ...: five times ten
    return static_cast<int>((point - 0x1D7CE) % 10);
  if (!is_digit_at(point)) return -1;
  int value = 0;  // the ten of a script stand in a row, from its zero on
  while (value < 9 && is_digit_at(point - static_cast<char32_t>(value) - 1)) ++value;
  return value;
}

char32_t next_code_point(std::string_view& text) {
  if (const auto first = static_cast<unsigned char>(text.front()); first < 0x80) {
    text.remove_prefix(1);
    return first;
  }
  char32_t point = replacement_character;
  const std::size_t length = decode(text, point);
  text.remove_prefix(std::max<std::size_t>(length, 1));
  return point;
}

void append_point(std::string& text, char32_t point) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

bool is_utf8(std::string_view text) {
  char32_t point = 0;
  while (!text.empty()) {
    const std::size_t length = decode(text, point);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::size_t count_points(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) next_code_point(text);
  return count;
}

std::string upper(std::string_view text) {
  std::string out;
  while (!text.empty())
    append_point(out, static_cast<char32_t>(
                          utf8proc_toupper(static_cast<utf8proc_int32_t>(next_code_point(text)))));
  return out;
}

std::string lower(std::string_view text) {
  std::string out;
  while (!text.empty())
    append_point(out, static_cast<char32_t>(
                          utf8proc_tolower(static_cast<utf8proc_int32_t>(next_code_point(text)))));
  return out;
}

std::vector<std::string_view> words(std::string_view folded) {
  std::vector<std::string_view> found;
  const char* start = nullptr;
  for (std::string_view rest = folded; !rest.empty();) {
    const char* at = rest.data();
    const bool inside = is_word(next_code_point(rest));
    if (inside && start == nullptr) start = at;
    if (!inside && start != nullptr) {
      found.emplace_back(start, static_cast<std::size_t>(at - start));
      start = nullptr;
    }
  }
  if (start != nullptr)
    found.emplace_back(start, static_cast<std::size_t>(folded.data() + folded.size() - start));
  return found;
}

std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) columns += take_cluster(text);
  return columns;
}

std::string_view fit(std::string_view text, std::size_t columns) {
  std::string_view rest = text;
  while (!rest.empty()) {
    std::string_view after = rest;
    const std::size_t own = take_cluster(after);
    if (own > columns) break;
    columns -= own;
    rest = after;
  }
  return text.substr(0, text.size() - rest.size());
}

bool is_control(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029;
}

bool is_bidi_control(char32_t point) {
  return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

bool has_right_to_left(std::string_view text) {
  if (is_ascii(text)) return false;
  while (!text.empty()) {
    const char32_t point = next_code_point(text);
    const auto own = utf8proc_get_property(static_cast<utf8proc_int32_t>(point))->bidi_class;
    if (own == UTF8PROC_BIDI_CLASS_R || own == UTF8PROC_BIDI_CLASS_AL) return true;
  }
  return false;
}

bool is_unspaced(char32_t point) {
  return (point >= 0x0E00 && point < 0x0F00) || (point >= 0x1000 && point < 0x10A0) ||
         (point >= 0x1780 && point < 0x1800) || (point >= 0x3005 && point < 0x3008) ||
         (point >= 0x3040 && point < 0x3100) || (point >= 0x3400 && point < 0xA000) ||
         (point >= 0xAC00 && point < 0xD7B0) || (point >= 0xF900 && point < 0xFB00) ||
         (point >= 0x20000 && point < 0x40000);
}

bool is_invisible(char32_t point) {
  if (is_bidi_control(point) || is_control(point)) return false;
  return utf8proc_get_property(static_cast<utf8proc_int32_t>(point))->ignorable != 0 ||
         point == 0x180E || point == 0xFFF9 || point == 0xFFFA || point == 0xFFFB;
}

bool is_stray(char32_t point) { return is_invisible(point) && (point < 0x200C || point > 0x200F); }

bool is_bidi_balanced(std::string_view text) {
  constexpr char32_t pop_formatting = 0x202C;
  constexpr char32_t pop_isolate = 0x2069;
  std::u32string open;
  while (!text.empty()) {
    const char32_t point = next_code_point(text);
    if (point == pop_formatting || point == pop_isolate) {
      if (open.empty() || open.back() != point) return false;
      open.pop_back();
    } else if (is_bidi_control(point)) {
      open += point >= 0x2066 ? pop_isolate : pop_formatting;
    } else if ((point == '\n' || point == 0x2029) && !open.empty()) {
      return false;
    }
  }
  return open.empty();
}

/// Marks of the end of a word and of the file, which no script needs to join letters.
static bool is_zero_width(char32_t point) {
  return point == 0x200B || point == 0x2060 || point == 0xFEFF;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    char32_t point = 0;
    const std::size_t length = decode(text, point);
    const auto first = static_cast<unsigned char>(text.front());
    if (length == 0) {
      out += fmt::format("\\x{:02x}", first);
    } else if (is_control(point) && point < 0x100) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(point));
    } else if (is_control(point) || is_bidi_control(point) || is_zero_width(point)) {
      out += fmt::format("<U+{:04X}>", static_cast<unsigned>(point));
    } else {
      out += text.substr(0, length);
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

}  // namespace rapport::base
