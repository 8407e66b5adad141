// How much alike two partners are called, and reached: what is compared, and how close it is.
#pragma once

#include "model/contact.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

/// The words of a name as they are compared: folded, without particles and titles, sorted.
struct ComparedName {
  std::vector<std::string> words;
  std::vector<std::string> sounds = {};  // of the words, sorted: others may have another order
  bool is_unspaced = false;              // of a script without spaces: all of it is one word

  static ComparedName of(std::string_view name);
};

/// From the least on.
enum class NameLikeness : std::uint8_t {
  none,
  some_words,  // two or more are the same
  sound,       // other spellings of the same sounds
  part,        // all words of the one are in the other
  initials,
  one_letter,
  same_word,  // the one word that both have
  same,
};
NameLikeness compare(const ComparedName& one, const ComparedName& other);

/// What a word sounds like, whoever spelled it: "mohammed" and "muhamad" are the same.
std::string sound_of(std::string_view folded);

/// A way to reach somebody as it is compared.
struct ComparedContact {
  enum class Kind : std::uint8_t { none, number, mail, page, place, handle };
  Kind kind = Kind::none;
  std::string key;    // the same for all that may be the same
  std::string whole;  // of a number with the code of its country: all of it

  static ComparedContact of(const model::Contact& contact);
};
bool is_same(const ComparedContact& one, const ComparedContact& other);

}  // namespace rapport::app
