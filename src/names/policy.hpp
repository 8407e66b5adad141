// Which forms of a name, a number or an address give somebody away: one function each, by which
// both matchers know them, that over records and that over outputs.
//
// In two points a record is looked at more closely than an output: one word behind a title is
// enough, since it is known whom a record is about (`titled` of each_name_form), and several blanks
// are one, since a record has no columns (Blanks).
#pragma once

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/partner.hpp"
#include "model/protection.hpp"
#include "names/name_forms.hpp"
#include "names/name_words.hpp"
#include "names/scan_text.hpp"
#include "names/secret.hpp"
#include "names/unsegmented_scripts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::names {

inline constexpr std::size_t longest_name = 1024;    // bytes; the rest of a longer one is not read
inline constexpr std::size_t shortest_one_word = 6;  // bytes of two words written as one
inline constexpr std::size_t longest_one_word = 64;
inline constexpr std::size_t shortest_id_word = 4;       // letters
inline constexpr std::size_t shortest_number = 7;        // digits
inline constexpr std::size_t shortest_whole_number = 9;  // with the code of a country or an area
inline constexpr std::size_t most_address_words = 16;    // a longer one is known by its beginning

/// What several blanks in a row are. An output has columns, and no name goes from one to the next;
/// in a record they are a slip.
enum class Blanks : unsigned char { part_columns, are_one };

/// It is a name that is looked for. One word is the name of many, of months and of places: only
/// `alias_alone` says that it is enough.
bool is_enough(std::string_view name);

/// What of a text may be the name of somebody who has no record: each run of two or more words that
/// begin with capitals, with the particles between them; of a script that has no capitals, all.
std::vector<std::string> names_in_words(std::string_view text);

/// Calls `visit(name, kind, is_alone)` for each name of a partner that is not sealed; one of
/// `alias_alone` is enough, and of the others those that `is_enough` says are.
template <class Visit>
void each_name(const model::Partner& partner, Visit&& visit) {
  std::string memory;
  const auto look = [&](const value::Text& text, Secret::Kind kind, bool is_alone) {
    const bool is_plain = text.style() == yaml::Style::plain;
    if (!is_plain) memory = text.str();  // without its quotes, which are no part of it
    const std::string_view name = is_plain ? text.raw() : std::string_view(memory);
    if (!name.empty() && !name.starts_with("sealed:")) visit(name, kind, is_alone);
  };
  const auto kind = model::is_person(partner) ? Secret::Kind::name : Secret::Kind::text;
  look(partner.name, kind, false);
  for (const auto& alias : partner.aliases) look(alias, kind, false);
  for (const auto& alias : partner.alias_alone) look(alias, Secret::Kind::text, true);
}

/// All words of the name, of which there are as many at least, are words that many texts have:
/// outputs are searched for it only where it is written as a name.
bool is_of_common_words(const value::Text& name, std::size_t least);

/// The words by which an id or a tag gives a partner away: one of a name is enough there, if it has
/// `shortest_id_word` letters. Folded, sorted, each once.
std::vector<std::string> id_words(const model::Partner& partner);
/// That of `words` which is in the text of an id or a tag; empty for none.
std::string_view id_word_in(std::string_view text, const std::vector<std::string>& words);

/// What gives a partner away in a text: their names that are enough, and how they are reached.
void add_names(const model::Partner& partner, std::vector<Secret>& into);
void add_contact(const model::Partner& partner, const model::Contact& contact,
                 std::vector<Secret>& into);

/// This is how to reach somebody, not only where: "Foreign Ministry", where they are met, is no
/// address; a street and a number are one.
bool is_address(std::string_view said, model::Channel channel);

/// The ways to read a name of a record: without Jr., with and without what is in quotes or
/// brackets, and with ae for ä.
std::vector<std::string> names_to_read(std::string_view name, bool is_person);

namespace forms {

/// The first letter of the first word, and each other word.
template <class Sink>
void each_initial(const ScanText& name, const NameWords& words, Sink& sink) {
  if (words.size() < 2 || name[words[0]].is_letter) return;
  const std::string_view first = name.text(words[0]);
  auto rest = first;
  base::next_code_point(rest);
  const auto letter = first.substr(0, first.size() - rest.size());
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (name[words[i]].is_letter || is_no_pair(name, words[0], words[i])) continue;
    each_word_form(name, words[i],
                   [&](std::string_view word) { sink.initial(letter, word, words); });
  }
}

template <class Sink>
void one_word(std::string_view text, std::size_t joint, Sink& sink) {
  if (text.size() >= shortest_one_word && text.size() <= longest_one_word)
    sink.one_word(text, joint);
}
template <class Sink>
void two_as_one(std::string_view one, std::string_view other, Sink& sink) {
  std::array<char, longest_one_word> memory{};
  const std::size_t size = one.size() + other.size();
  if (size > memory.size()) return;
  std::ranges::copy(other, std::ranges::copy(one, memory.begin()).out);
  one_word({memory.data(), size}, one.size(), sink);
}

/// Two words of a person's name beside each other, and the first with the last, which are the names
/// one is called by most.
template <class Sink>
void each_pair(const ScanText& name, const NameWords& words, Sink& sink) {
  const auto pair = [&](std::size_t one, std::size_t other) {
    if (is_no_pair(name, one, other)) return;
    const Between signs = between(name, one, other);
    each_word_form(name, one, [&](std::string_view first) {
      each_word_form(name, other, [&](std::string_view second) {
        sink.pair(first, second, signs, words);
        if (name[one].is_letter || name[other].is_letter) return;
        two_as_one(first, second, sink);
        two_as_one(second, first, sink);
      });
    });
  };
  for (std::size_t i = 1; i < words.size(); ++i) pair(words[i - 1], words[i]);
  if (words.size() > 2) pair(words[0], words[words.size() - 1]);
  each_initial(name, words, sink);
}

/// A whole name, and all of it as one word, with its particles and without. Everyday words are no
/// name as one word either.
template <class Sink>
void whole(const ScanText& name, const NameWords& words, Sink& sink) {
  if (words.size() == 0) return;
  sink.whole(name, words);
  if (words.is_common()) return;
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) all += name.text(words[i]);
  one_word(all, words.size() > 1 ? name.text(words[0]).size() : 0, sink);
  one_word(name.as_one(0, words[words.size() - 1]), 0, sink);
}

}  // namespace forms

/// Gives `sink` what of a name is enough. `name` is read in `memory`, and words are folded:
///   unsegmented(name)                   all of it, of a script that puts no spaces between words
///   pair(first, second, between, words) two words of a person, the one before the other in it
///   initial(letter, word, words)        the first letter of the first word, and another word
///   whole(name, words)                  all words, of a body or of a name of everyday words
///   one_word(text, joint)               several words as one; at `joint` the second one begins
/// A sink may also have these, which are not enough by themselves:
///   titled(word)  of a person: enough behind a title, where it is known whom a text is about
///   word(word)    each word of the name
template <class Sink>
void each_name_form(std::string_view name, bool is_person, ScanText& memory, Sink&& sink) {
  if (is_unsegmented_name(name)) sink.unsegmented(name);
  const auto read = [&](std::string_view other) {
    memory.read(other);
    const NameWords words(memory);
    if constexpr (requires { sink.word(""); })
      for (std::size_t i = 0; i < words.size(); ++i) sink.word(memory.text(words[i]));
    if (!is_person) return forms::whole(memory, words, sink);
    // One everyday word is nobody's.
    if (words.is_common() && words.size() > 1) forms::whole(memory, words, sink);
    if (words.is_common()) return;
    forms::each_pair(memory, words, sink);
    if constexpr (requires { sink.titled(""); })
      for (std::size_t i = 0; words.size() > 1 && i < words.size(); ++i)
        if (!memory[words[i]].is_letter) sink.titled(memory.text(words[i]));
  };
  const bool is_plain = name.size() <= longest_name && base::is_ascii(name);
  if (is_plain && !may_have_forms(name)) return read(name);  // most are, and take no memory
  for (const std::string& other : names_to_read(name, is_person)) read(other);
}

/// Its digits are all that counts, however they are grouped.
bool is_number(std::string_view text);
/// A number is in it, with what else: "+999 5555 0101 ext. 12".
bool has_number(std::string_view text);
/// Calls `visit(digits)` for each form of each number in `text`: with the code of the country and
/// without, with 0 for it, and from each of its groups on.
void each_number_form(std::string_view text, const std::function<void(std::string_view)>& visit);

/// How an address is known in a text.
struct AddressForm {
  /// What has to be in front, from the least on.
  enum class Mark : unsigned char {
    none,
    at_or_slash,  // of a handle that is short, or a word that any text may have
    at,           // of the like at the end of a link that may lead to any page
  };
  std::vector<std::string> words = {};  // folded
  Mark mark = Mark::none;
  bool is_loose = false;  // spaces and line ends may be between its words: a street, a town
};
/// Calls `visit(form)` for each form of an address: a mail or web address, a handle, a street.
void each_address_form(std::string_view address,
                       const std::function<void(const AddressForm&)>& visit);

}  // namespace rapport::names
