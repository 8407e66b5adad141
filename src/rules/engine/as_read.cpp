#include "rules/engine/as_read.hpp"

#include "base/spaces.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <array>

namespace rapport::rules {
namespace {

enum class Look : unsigned char { no, character, reference, percent, angle };

/// What of a text is to be looked at, by its bytes.
constexpr auto looks = [] {
  std::array<Look, 256> table{};
  for (std::size_t byte = 0; byte < 0x20; ++byte)
    table[byte] = byte == '\n' || byte == '\r' || byte == '\t' ? Look::no : Look::character;
  // U+00C0 to U+033F, the letters of Europe, are all seen.
  for (std::size_t byte = 0x7F; byte < table.size(); ++byte)
    table[byte] =
        byte > 0x7F && (byte < 0xC2 || (byte > 0xC2 && byte < 0xCD)) ? Look::no : Look::character;
  table['&'] = table['\\'] = Look::reference;
  table['%'] = Look::percent;
  table['<'] = Look::angle;
  return table;
}();

bool is_unseen(std::string_view at) {
  const char32_t point = base::take_point(at);
  return base::is_invisible(point) || base::is_bidi_control(point) || base::is_control(point) ||
         point == base::replacement_character;
}

bool is_hex(char c) { return base::is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }

/// What begins `text`, of which `look` says what is to be looked at.
bool is_read_otherwise(Look look, std::string_view text) {
  switch (look) {
    case Look::no:
      return false;
    case Look::character:
      return is_unseen(text);
    case Look::reference:
      return true;
    case Look::percent:
      return text.size() > 2 && is_hex(text[1]) && is_hex(text[2]);
    case Look::angle:
      return text.starts_with("<U+");
  }
  return false;
}

bool is_blank(char32_t point) { return point == U'\t' || base::is_space(point); }

/// Nothing where no two blanks are beside each other.
names::Reading with_single_blanks(std::string_view text) {
  names::Reading out;
  bool was_blank = false;
  bool has_any = false;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t at = text.size() - rest.size();
    const bool blank = is_blank(base::take_point(rest));
    has_any = has_any || (blank && was_blank);
    if (blank && was_blank) continue;
    was_blank = blank;
    if (blank)
      out.add(" ", at);
    else
      out.copy(text.substr(at, text.size() - rest.size() - at), at);
  }
  return has_any ? out : names::Reading();
}

/// Two blanks are beside each other, or a tab is one.
bool may_have_blanks(std::string_view text) {
  const auto is_sign = [](char c) { return c == ' ' || c == '\t' || (c & 0x80) != 0; };
  for (std::size_t at = 1; at < text.size(); ++at)
    if (is_sign(text[at]) && is_sign(text[at - 1])) return true;
  return false;
}

}  // namespace

bool has_other_readings(std::string_view text) {
  for (const char& c : text) {
    const Look look = looks[static_cast<unsigned char>(c)];
    if (look != Look::no &&
        is_read_otherwise(look, text.substr(static_cast<std::size_t>(&c - text.data()))))
      return true;
  }
  return false;
}

std::vector<names::Hit> all_in(const names::SecretMatcher& needles, std::string_view text) {
  if (!may_have_blanks(text)) return needles.all_in(text);
  const names::Reading single = with_single_blanks(text);
  if (single.text.empty()) return needles.all_in(text);
  auto hits = needles.all_in(single.text);
  const auto place = [&](std::size_t at) {
    return at < single.from.size() ? std::size_t{single.from[at]} : text.size();
  };
  for (names::Hit& hit : hits) {
    hit.start = place(hit.start);
    hit.end = place(hit.end);
  }
  return hits;
}

}  // namespace rapport::rules
