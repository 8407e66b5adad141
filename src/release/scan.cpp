#include "release/scan.hpp"

#include "base/unicode.hpp"
#include "release/unescaped.hpp"

#include <unordered_map>
#include <vector>

namespace rapport::release {
namespace {

constexpr std::size_t shortest_number = 7;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

/// What is looked for, read once for all readings of a text.
class Needles {
 public:
  explicit Needles(std::span<const std::string> texts) {
    folded_.reserve(texts.size());  // the needles' words are views into it
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (is_number(texts[i])) {
        numbers_.emplace_back(numbers(texts[i]), i);
        continue;
      }
      folded_.push_back(base::fold(texts[i]));
      auto words = base::words(folded_.back());
      if (!words.empty()) by_first_word_[words.front()].push_back({words, i});
    }
  }

  /// The text that stands in `bytes`, by its place in the list.
  std::optional<std::size_t> find(std::string_view bytes) const {
    const std::string digits = numbers(bytes);
    for (const auto& [number, text] : numbers_)
      if (digits.find(number) != std::string::npos) return text;
    const std::string folded = base::fold(bytes);
    const auto hay = base::words(folded);
    for (std::size_t at = 0; at < hay.size(); ++at) {
      const auto found = by_first_word_.find(hay[at]);
      if (found == by_first_word_.end()) continue;
      for (const Needle& needle : found->second)
        if (stands_at(hay, at, needle)) return needle.text;
    }
    return std::nullopt;
  }

 private:
  std::vector<std::string> folded_;
  std::vector<std::pair<std::string, std::size_t>> numbers_;
  std::unordered_map<std::string_view, std::vector<Needle>> by_first_word_;
};

}  // namespace

std::optional<std::string> find_leak(std::string_view bytes, std::span<const std::string> texts) {
  if (texts.empty()) return std::nullopt;
  const Needles needles(texts);
  auto found = needles.find(bytes);
  // An escape may also be a part of the text: what is found in either reading counts.
  if (!found && bytes.find_first_of("&\\") != std::string_view::npos)
    found = needles.find(unescaped(bytes));
  if (!found) return std::nullopt;
  return texts[*found];
}

}  // namespace rapport::release
