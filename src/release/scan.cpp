#include "release/scan.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "release/needles.hpp"
#include "release/unescaped.hpp"

#include <vector>

namespace rapport::release {
namespace {

/// With a space where something stands that is drawn as nothing: a zero-width space parts words.
std::string spaced(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const char32_t point = base::take_point(text);
    base::append_point(out, base::is_invisible(point) ? U' ' : point);
  }
  return out;
}

/// Without what is drawn as nothing, where that is found, or with spaces there: both are tried.
const Secret* find_in(std::string_view reading, const Needles& needles) {
  if (const Secret* found = needles.find(reading)) return found;
  if (base::is_ascii(reading)) return nullptr;
  const std::string parted = spaced(reading);
  return parted == reading ? nullptr : needles.find(parted);
}

constexpr std::string_view shown_mark = "<U+";

/// With `instead` for each character that has no shape, which output shows as `<U+200B>`.
std::string without_shown_marks(std::string_view bytes, std::string_view instead) {
  std::string text;
  for (auto at = bytes.find(shown_mark); at != bytes.npos; at = bytes.find(shown_mark)) {
    const auto end = bytes.find_first_not_of("0123456789ABCDEF", at + shown_mark.size());
    const bool is_mark = end != bytes.npos && bytes[end] == '>';
    text += bytes.substr(0, is_mark ? at : at + shown_mark.size());
    if (is_mark) text += instead;
    bytes.remove_prefix(is_mark ? end + 1 : at + shown_mark.size());
  }
  return text.append(bytes);
}

}  // namespace

const Secret* find_leak(std::string_view bytes, std::span<const Secret> secrets,
                        std::span<const std::string> open) {
  if (secrets.empty()) return nullptr;
  const Needles needles(secrets, open);
  const Secret* found = find_in(bytes, needles);
  // An escape may also be a part of the text: what is found in either reading counts.
  if (found == nullptr && bytes.find_first_of("&\\") != std::string_view::npos)
    found = find_in(unescaped(bytes), needles);
  if (bytes.find(shown_mark) == std::string_view::npos) return found;
  for (const std::string_view instead : {"", " "})  // between two letters, or two words
    if (found == nullptr) found = find_in(without_shown_marks(bytes, instead), needles);
  return found;
}

std::optional<std::string> find_leak(std::string_view bytes, std::span<const std::string> texts) {
  std::vector<Secret> secrets;
  for (const std::string& text : texts) secrets.push_back({.text = text});
  const Secret* found = find_leak(bytes, secrets);
  if (found == nullptr) return std::nullopt;
  return found->text;
}

}  // namespace rapport::release
