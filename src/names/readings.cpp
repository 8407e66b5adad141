#include "names/readings.hpp"

#include "base/unicode.hpp"
#include "names/unescaped.hpp"

#include <algorithm>
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
    const char32_t point = base::take_point(rest);
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

}  // namespace

void each_reading(std::string_view text, const Look& look) {
  if (look_beneath(
          text, [](std::size_t at) { return at; }, look))
    return;
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
