// The words of a name that count, and what may be between two of them.
#pragma once

#include "names/scan_text.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace rapport::names {

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

/// Calls `visit(text)` for a word of a name as it may be written: "donnell" and "odonnell", "cruz"
/// and "delacruz".
template <class Visit>
void each_word_form(const ScanText& name, std::size_t at, Visit&& visit) {
  const bool is_tied = name[at].gap == Gap::apostrophe && at > 0 && !name[at - 1].is_letter;
  if (!is_tied) visit(name.text(at));  // "Sa'id" is one word, and "O'Donnell" may lose its O
  for (std::size_t first = name.first_of_one(at); first < at; ++first)
    visit(name.as_one(first, at));
}

/// Two words that are not enough to know somebody by, such as initials.
bool is_no_pair(const ScanText& name, std::size_t one, std::size_t other);

/// "Ana y Rosa" are two, where the name has no such word between.
bool is_and(std::string_view word);

/// What is between two words of a name besides spaces, and so may be in a text.
struct Between {
  bool is_and = false;
  bool is_edge = false;  // of a part in quotes or brackets, which one of them is in
};
Between between(const ScanText& name, std::size_t one, std::size_t other);

}  // namespace rapport::names
