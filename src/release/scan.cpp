#include "release/scan.hpp"

#include "base/unicode.hpp"
#include "release/needles.hpp"
#include "release/unescaped.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::release {
namespace {

/// `text` with something else where it has what a reader does not see; nothing when it has none.
using Reading = std::optional<std::string>;

/// Drawn as nothing, or, as U+FFFD, what a format writes in its place. Tabs and line ends are seen.
bool is_unseen(char32_t point) {
  if (point == U'\t' || point == U'\n' || point == U'\r') return false;
  return base::is_invisible(point) || base::is_bidi_control(point) || base::is_control(point) ||
         point == base::replacement_character;
}

Reading without_unseen(std::string_view text, std::string_view instead) {
  const auto may_be_unseen = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte >= 0x7f;
  };
  if (std::ranges::none_of(text, may_be_unseen)) return {};
  std::string out;
  bool has_any = false;
  while (!text.empty()) {
    const char32_t point = base::take_point(text);
    has_any = has_any || is_unseen(point);
    if (is_unseen(point))
      out += instead;
    else
      base::append_point(out, point);
  }
  return has_any ? Reading(std::move(out)) : Reading();
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

Reading without_shown_marks(std::string_view text, std::string_view instead) {
  std::string out;
  bool has_any = false;
  for (auto at = text.find_first_of("<\\"); at != text.npos; at = text.find_first_of("<\\")) {
    const std::size_t length = shown_mark(text.substr(at));
    has_any = has_any || length != 0;
    out += text.substr(0, length == 0 ? at + 1 : at);
    if (length != 0) out += instead;
    text.remove_prefix(at + std::max<std::size_t>(length, 1));
  }
  return has_any ? Reading(out.append(text)) : Reading();
}

/// As it stands, and as `read` takes it: what it takes away stands between two letters or two
/// words, so that with nothing and with a space there are both tried.
template <class Find>
const Secret* find_also(std::string_view text, Reading (*read)(std::string_view, std::string_view),
                        Find&& find) {
  const Secret* found = find(text);
  for (const std::string_view instead : {"", " "}) {
    if (found != nullptr) return found;
    const Reading other = read(text, instead);
    if (!other) return nullptr;
    found = find(*other);
  }
  return found;
}

const Secret* find_in(std::string_view text, const Needles& needles) {
  return find_also(text, without_shown_marks, [&needles](std::string_view unmarked) {
    return find_also(unmarked, without_unseen,
                     [&needles](std::string_view reading) { return needles.find(reading); });
  });
}

}  // namespace

Scan::Scan(std::span<const Secret> secrets, std::span<const std::string> open)
    : needles_(secrets.empty() ? nullptr : std::make_unique<const Needles>(secrets, open)) {}

Scan::~Scan() = default;

const Secret* Scan::find(std::string_view bytes) const {
  if (needles_ == nullptr) return nullptr;
  const Secret* found = find_in(bytes, *needles_);
  // An escape may also be a part of the text: what is found in either reading counts.
  if (found == nullptr && bytes.find_first_of("&\\") != std::string_view::npos)
    found = find_in(unescaped(bytes), *needles_);
  return found;
}

const Secret* find_leak(std::string_view bytes, std::span<const Secret> secrets,
                        std::span<const std::string> open) {
  return Scan(secrets, open).find(bytes);
}

std::optional<std::string> find_leak(std::string_view bytes, std::span<const std::string> texts) {
  std::vector<Secret> secrets;
  for (const std::string& text : texts) secrets.push_back({.text = text});
  const Secret* found = find_leak(bytes, secrets);
  if (found == nullptr) return std::nullopt;
  return found->text;
}

}  // namespace rapport::release
