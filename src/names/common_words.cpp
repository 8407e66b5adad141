#include "names/common_words.hpp"

#include "base/embedded.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"

#include <span>
#include <vector>

namespace rapport::names {

std::span<const base::Embedded> common_word_files();

namespace {

/// By hash, in a table with more room than words, so that most are refused by the first look.
class CommonWords {
 public:
  CommonWords() {
    std::size_t size = 1024;
    std::vector<std::string_view> words;
    for (const auto& file : common_word_files())
      for (const auto line : base::lines(file.text))
        if (!line.empty() && !line.starts_with('#')) words.push_back(line);
    while (size < words.size() * 4) size *= 2;
    words_.resize(size);
    for (const auto word : words) words_[place_of(word)] = word;
  }

  bool has(std::string_view word) const { return !words_[place_of(word)].empty(); }

 private:
  /// Where the word is, or the empty place where it would be.
  std::size_t place_of(std::string_view word) const {
    const std::size_t mask = words_.size() - 1;
    std::size_t at = base::hash(word) & mask;
    while (!words_[at].empty() && words_[at] != word) at = (at + 1) & mask;
    return at;
  }

  std::vector<std::string_view> words_;
};

}  // namespace

bool is_common_word(std::string_view folded) {
  static const CommonWords table;
  return !folded.empty() && table.has(folded);
}

}  // namespace rapport::names
