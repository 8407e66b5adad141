#include "names/readings.hpp"

#include "base/spaces.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "names/unescaped.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace rapport::names {
namespace {

using Look = std::function<bool(std::string_view, const Origin&)>;
/// `text` with something else where it has what a reader does not see; nothing when it has none.
using Read = std::optional<Reading> (*)(std::string_view text, std::string_view instead);

/// Drawn as nothing, or, as U+FFFD, what a format writes in its place. Tabs and line ends are seen.
bool is_unseen(char32_t point) {
  if (point == U'\t' || point == U'\n' || point == U'\r') return false;
  return base::is_invisible(point) || base::is_bidi_control(point) || base::is_control(point) ||
         point == base::replacement_character;
}

std::optional<Reading> without_unseen(std::string_view text, std::string_view instead) {
  const auto may_be_unseen = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte >= 0x7f;
  };
  if (std::ranges::none_of(text, may_be_unseen)) return {};
  Reading out;
  bool has_any = false;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t at = text.size() - rest.size();
    const char32_t point = base::next_code_point(rest);
    has_any = has_any || is_unseen(point);
    if (is_unseen(point))
      out.add(instead, at);
    else
      out.copy(text.substr(at, text.size() - rest.size() - at), at);
  }
  return has_any ? std::optional(std::move(out)) : std::nullopt;
}

/// The length of `<U+200B>` or `\x85` at the beginning of `text`, which output shows in place of a
/// character that has no shape; 0 when it is no such mark.
std::size_t shown_mark(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEFabcdef";
  if (text.starts_with("<U+")) {
    const auto end = text.find_first_not_of(digits, 3);
    return end != text.npos && text[end] == '>' ? end + 1 : 0;
  }
  const bool is_byte = text.starts_with("\\x") && text.size() >= 4 &&
                       text.substr(2, 2).find_first_not_of(digits) == text.npos;
  return is_byte ? 4 : 0;
}

std::optional<Reading> without_shown_marks(std::string_view text, std::string_view instead) {
  Reading out;
  bool has_any = false;
  std::size_t done = 0;
  for (auto at = text.find_first_of("<\\"); at != text.npos; at = text.find_first_of("<\\", at)) {
    const std::size_t length = shown_mark(text.substr(at));
    if (length == 0) {
      ++at;
      continue;
    }
    has_any = true;
    out.copy(text.substr(done, at - done), done);
    out.add(instead, at);
    done = at += length;
  }
  if (!has_any) return {};
  out.copy(text.substr(done), done);
  return out;
}

/// As it is, and as `read` takes it: what it takes away is between two letters or two
/// words, so that with nothing and with a space there are both tried.
bool look_also(std::string_view text, const Origin& place, Read read, const Look& look) {
  if (look(text, place)) return true;
  for (const std::string_view instead : {"", " "}) {
    const auto other = read(text, instead);
    if (!other) return false;
    const auto origin = [&](std::size_t at) {
      return place(at < other->from.size() ? other->from[at] : text.size());
    };
    if (look(other->text, origin)) return true;
  }
  return false;
}

bool look_beneath(std::string_view text, const Origin& place, const Look& look) {
  return look_also(text, place, without_shown_marks,
                   [&look](std::string_view unmarked, const Origin& origin) {
                     return look_also(unmarked, origin, without_unseen, look);
                   });
}

/// What of a text is to be looked at, by its first byte.
enum class Beginning : unsigned char { no, character, reference, percent, angle };

constexpr auto beginnings = [] {
  std::array<Beginning, 256> table{};
  for (std::size_t byte = 0; byte < 0x20; ++byte)
    table[byte] =
        byte == '\n' || byte == '\r' || byte == '\t' ? Beginning::no : Beginning::character;
  // U+00C0 to U+033F, the letters of Europe, are all seen.
  for (std::size_t byte = 0x7F; byte < table.size(); ++byte)
    table[byte] = byte > 0x7F && (byte < 0xC2 || (byte > 0xC2 && byte < 0xCD))
                      ? Beginning::no
                      : Beginning::character;
  table['&'] = table['\\'] = Beginning::reference;
  table['%'] = Beginning::percent;
  table['<'] = Beginning::angle;
  return table;
}();

bool is_hex(char c) { return base::is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }

/// What begins `text`, of which `begins` says what is to be looked at.
bool is_read_otherwise(Beginning begins, std::string_view text) {
  switch (begins) {
    case Beginning::no:
      return false;
    case Beginning::character:
      return is_unseen(base::next_code_point(text));
    case Beginning::reference:
      return true;
    case Beginning::percent:
      return text.size() > 2 && is_hex(text[1]) && is_hex(text[2]);
    case Beginning::angle:
      return text.starts_with("<U+");
  }
  return false;
}

bool is_blank(char32_t point) { return point == U'\t' || base::is_space(point); }

/// Nothing where no two blanks are beside each other.
Reading without_further_blanks(std::string_view text) {
  Reading out;
  bool was_blank = false;
  bool has_any = false;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t at = text.size() - rest.size();
    const bool blank = is_blank(base::next_code_point(rest));
    has_any = has_any || (blank && was_blank);
    if (blank && was_blank) continue;
    was_blank = blank;
    if (blank)
      out.add(" ", at);
    else
      out.copy(text.substr(at, text.size() - rest.size() - at), at);
  }
  return has_any ? out : Reading();
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
    const Beginning begins = beginnings[static_cast<unsigned char>(c)];
    if (begins != Beginning::no &&
        is_read_otherwise(begins, text.substr(static_cast<std::size_t>(&c - text.data()))))
      return true;
  }
  return false;
}

Reading with_single_blanks(std::string_view text) {
  return may_have_blanks(text) ? without_further_blanks(text) : Reading();
}

void each_reading(std::string_view text, const Look& look) {
  const Origin itself = [](std::size_t at) { return at; };
  if (look_beneath(text, itself, look)) return;
  // An escape may also be a part of the text: what is found in either reading counts.
  if (text.find_first_of("&\\%") == text.npos) return;
  const Reading other = unescaped(text);
  if (other.text == text) return;
  const auto origin = [&](std::size_t at) {
    return at < other.from.size() ? std::size_t{other.from[at]} : text.size();
  };
  look_beneath(other.text, origin, look);
}

}  // namespace rapport::names
