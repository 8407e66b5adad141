#include "release/scan.hpp"

#include "base/unicode.hpp"

#include <unordered_map>
#include <vector>

namespace rapport::release {
namespace {

constexpr std::size_t shortest_number = 7;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// HTML writes some characters as references; a name with an apostrophe must still be found.
std::string without_references(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '&') {
      const auto end = bytes.find(';', i);
      if (end != std::string_view::npos && end - i <= 8) {
        text += ' ';
        i = end;
        continue;
      }
    }
    text += bytes[i];
  }
  return text;
}

/// The digits of every number in `text`, however they are grouped; numbers are parted by '|'.
std::string numbers(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c))
      digits += c;
    else if (std::string_view{" -().+/\\"}.find(c) == std::string_view::npos)
      digits += '|';
  }
  return digits;
}

bool is_number(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    if (is_digit(c))
      ++digits;
    else if (std::string_view{" -().+/"}.find(c) == std::string_view::npos)
      return false;
  }
  return digits >= shortest_number;
}

struct Needle {
  std::vector<std::string_view> words;
  std::size_t text;
};

bool stands_at(const std::vector<std::string_view>& hay, std::size_t at, const Needle& needle) {
  if (at + needle.words.size() > hay.size()) return false;
  for (std::size_t i = 0; i < needle.words.size(); ++i)
    if (hay[at + i] != needle.words[i]) return false;
  return true;
}

}  // namespace

std::optional<std::string> find_leak(std::string_view bytes, std::span<const std::string> texts) {
  if (texts.empty()) return std::nullopt;
  const std::string text = without_references(bytes);
  const std::string digits = numbers(text);
  std::vector<std::string> folded;
  folded.reserve(texts.size());  // the needles' words are views into it
  std::unordered_map<std::string_view, std::vector<Needle>> by_first_word;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (is_number(texts[i])) {
      if (digits.find(numbers(texts[i])) != std::string::npos) return texts[i];
      continue;
    }
    folded.push_back(base::fold(texts[i]));
    auto words = base::words(folded.back());
    if (!words.empty()) by_first_word[words.front()].push_back({words, i});
  }
  const std::string folded_text = base::fold(text);
  const auto hay = base::words(folded_text);
  for (std::size_t at = 0; at < hay.size(); ++at) {
    const auto found = by_first_word.find(hay[at]);
    if (found == by_first_word.end()) continue;
    for (const Needle& needle : found->second)
      if (stands_at(hay, at, needle)) return texts[needle.text];
  }
  return std::nullopt;
}

}  // namespace rapport::release
