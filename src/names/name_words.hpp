// Which forms of a name give its bearer away: one list, for what is looked for in records and in
// outputs.
#pragma once

#include "base/unicode.hpp"
#include "names/scan_text.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::names {

inline constexpr std::size_t longest_name = 1024;  // bytes; the rest of a longer one is not read

/// The names to read for one that is written in a record: without Jr., with and without what stands
/// in quotes or brackets, and with ae for ä.
std::vector<std::string> names_to_read(std::string_view name, bool is_person);

/// The words of a name that are looked for. A longer one is known by its beginning.
class NameWords {
 public:
  static constexpr std::size_t most = 16;

  explicit NameWords(const ScanText& name);

  std::size_t size() const { return count_; }
  std::size_t operator[](std::size_t i) const { return at_[i]; }
  /// "Ana Van": particles are words of it, and in a text then begin with a capital.
  bool with_particles() const { return with_particles_; }
  /// All of them are words that any text may have beside each other: "Human Rights". The name is
  /// then looked for only where it is written as a name, and by itself.
  bool is_common() const { return is_common_; }

 private:
  void take(const ScanText& name, bool all);

  std::array<std::size_t, most> at_{};
  std::size_t count_ = 0;
  bool with_particles_ = false;
  bool is_common_ = false;
};

inline constexpr std::size_t shortest_one_word = 6;   // letters of two words written as one
inline constexpr std::size_t longest_one_word = 64;

/// Calls `visit(text)` for a word of a name as it may be written: "donnell" and "odonnell", "cruz"
/// and "delacruz".
template <class Visit>
void each_form(const ScanText& name, std::size_t at, Visit&& visit) {
  const bool is_tied = name[at].gap == Gap::apostrophe && at > 0 && !name[at - 1].is_letter;
  if (!is_tied) visit(name.text(at));  // "Sa'id" is one word, and "O'Donnell" may lose its O
  for (std::size_t first = name.first_of_one(at); first < at; ++first)
    visit(name.as_one(first, at));
}

/// Two words that are not enough to know somebody by, such as initials.
bool is_no_pair(const ScanText& name, std::size_t one, std::size_t other);

/// "Ana y Rosa" are two, where the name has no such word between.
bool is_and(std::string_view word);

/// What is between two words of a name besides spaces, and so may in a text.
struct Between {
  bool is_and = false;
  bool is_edge = false;  // of a part in quotes or brackets, which one of them is in
};
Between between(const ScanText& name, std::size_t one, std::size_t other);

/// The first letter of the first word, and each other word.
template <class Sink>
void each_initial(const ScanText& name, const NameWords& words, Sink&& sink) {
  if (words.size() < 2 || name[words[0]].is_letter) return;
  const std::string_view first = name.text(words[0]);
  auto rest = first;
  base::take_point(rest);
  const auto letter = first.substr(0, first.size() - rest.size());
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (name[words[i]].is_letter || is_no_pair(name, words[0], words[i])) continue;
    each_form(name, words[i], [&](std::string_view word) { sink.initial(letter, word); });
  }
}

/// What of the name of a person is enough, as `sink` takes it that has some of these:
///   pair(first, second, between)  two words, the one before the other in the name
///   initial(letter, word)         the first letter of the first word, and another word
///   one_word(one, other)             two words written as one
template <class Sink>
void each_pair(const ScanText& name, const NameWords& words, Sink&& sink) {
  constexpr bool takes_pair = requires(Between signs) { sink.pair("", "", signs); };
  constexpr bool takes_one_word = requires { sink.one_word("", ""); };
  const auto pair = [&](std::size_t one, std::size_t other) {
    if (is_no_pair(name, one, other)) return;
    const Between signs = between(name, one, other);
    each_form(name, one, [&](std::string_view first) {
      each_form(name, other, [&](std::string_view second) {
        if constexpr (takes_pair) sink.pair(first, second, signs);
        if (name[one].is_letter || name[other].is_letter) return;
        if constexpr (takes_one_word) sink.one_word(first, second);
        if constexpr (takes_one_word) sink.one_word(second, first);
      });
    });
  };
  for (std::size_t i = 1; i < words.size(); ++i) pair(words[i - 1], words[i]);
  // The names one is called by most: the first and the last.
  if (words.size() > 2) pair(words[0], words[words.size() - 1]);
  if constexpr (requires { sink.initial("", ""); }) each_initial(name, words, sink);
}

}  // namespace rapport::names
