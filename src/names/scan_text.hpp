// The words of a text, for finding names and addresses in them: folded, with where they are and
// what is between them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::names {

/// What is between a word and the one before it.
enum class Gap : std::uint8_t {
  apart,   // the end of a sentence, a line of a list, a cell: no name goes across it
  edge,    // a quote or bracket, and a space: an aside begins or ends
  comma,   // and a space: "Ejemplo, Lucía"
  space,   // what is between the words of a name
  hyphen,  // or a low line
  apostrophe,
  none,  // nothing: "Ejemplo" and "2019" in "Ejemplo2019"
};

struct ScanWord {
  std::uint64_t hash = 0;   // of the folded word
  std::uint32_t at = 0;     // in the folded text
  std::uint32_t size = 0;   // there
  std::uint32_t start = 0;  // in the text as it is written
  std::uint32_t end = 0;
  Gap gap = Gap::apart;      // to the word before
  bool is_letter = false;    // a single one, as an initial is
  bool is_particle = false;  // de, van, al ...
  bool is_capital = false;   // begins with a capital, or is of a script that has none
};

/// Where in a text something was found, and whose it is.
struct Match {
  std::uint32_t owner = 0;
  std::size_t start = 0;
  std::size_t end = 0;
};

class ScanText {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  ScanText() = default;
  /// `text` is kept, not copied. Of what is longer than 4 GiB only the beginning is read.
  explicit ScanText(std::string_view text) { read(text); }
  /// The same for another text, in the memory of the one before.
  void read(std::string_view text);

  std::string_view written() const { return written_; }
  const std::vector<ScanWord>& words() const { return words_; }
  std::size_t size() const { return words_.size(); }
  const ScanWord& operator[](std::size_t at) const { return words_[at]; }
  std::string_view text(std::size_t at) const {
    return std::string_view(folded_).substr(words_[at].at, words_[at].size);
  }
  /// What is in front of a word; empty for the first one.
  std::string_view gap_before(std::size_t at) const;
  /// The byte right in front of a word, or behind it; NUL where there is none.
  char before(const ScanWord& word) const {
    return word.start == 0 ? '\0' : written_[word.start - 1];
  }
  char after(const ScanWord& word) const {
    return word.end == written_.size() ? '\0' : written_[word.end];
  }

  /// The word before the part in quotes or brackets that ends right before this one; `none` where
  /// there is no such part.
  std::size_t before_aside(std::size_t at) const;

  /// The first of the words that may be written as one with this one: "O" of "O'Donnell", "Jean" of
  /// "Jean-Luc", "de" of "de la Cruz". The word itself when there is none.
  std::size_t first_of_one(std::size_t at) const;
  /// The words from `first` to `last` as one.
  std::string_view as_one(std::size_t first, std::size_t last) const {
    return std::string_view(folded_).substr(words_[first].at,
                                            words_[last].at + words_[last].size - words_[first].at);
  }

 private:
  /// A word to be added.
  struct Part {
    std::string_view folded;  // but for capitals of ASCII
    std::size_t start;
    std::size_t end;
    bool is_capital;
    std::optional<Gap> gap;  // where another word of the same run is before it
  };

  std::size_t end_of_run(std::size_t start, bool& ascii) const;
  void add_plain(std::size_t start, std::size_t end);
  void add_folded(std::size_t start, std::size_t end);
  void add(const Part& part);

  std::string_view written_;
  std::string folded_;  // the words, without what is between them
  std::vector<ScanWord> words_;
};

/// Hash of a folded word, or of several as one.
std::uint64_t hash_of_word(std::string_view folded);

}  // namespace rapport::names
