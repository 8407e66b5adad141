#include "app/likeness.hpp"

#include "base/particles.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "value/telephone.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace rapport::app {
namespace {

constexpr std::array<std::string_view, 21> no_part_of_a_name = {
    "dr",  "prof", "mr",  "mrs", "ms",  "mx",  "sr",  "sra",  "me",   "adv", "jr",
    "hon", "rev",  "the", "of",  "for", "and", "des", "pour", "para", "inc"};

bool says_nothing(std::string_view word) {
  return base::is_particle(word) || std::ranges::count(no_part_of_a_name, word) != 0;
}

/// "A. Muestra", and no particle: the `y` of "Ortega y Gasset" is none.
bool is_initial(std::string_view word, const std::string& name) {
  const auto at = static_cast<std::size_t>(word.data() - name.data());
  return word.size() == 1 && (at == 0 || name.substr(at + 1, 1) == ".");
}

/// At most one letter more, less or other, or two that are exchanged.
bool is_one_step(std::string_view one, std::string_view other) {
  constexpr std::size_t shortest = 4;
  if (one.size() > other.size()) std::swap(one, other);
  if (one.size() < shortest || other.size() - one.size() > 1) return false;
  const auto differ = std::ranges::mismatch(one, other);
  const auto start = static_cast<std::size_t>(differ.in1 - one.begin());
  const auto left = one.substr(start);
  const auto right = other.substr(start);
  if (left.size() < right.size()) return left == right.substr(1);
  if (left.substr(1) == right.substr(1)) return true;
  return left.size() > 1 && left[0] == right[1] && left[1] == right[0] &&
         left.substr(2) == right.substr(2);
}

bool is_initial_of(std::string_view one, std::string_view other) {
  return one.size() == 1 && other.starts_with(one);
}

using WordViews = std::vector<std::string_view>;

/// Each word of the shorter one is an initial of a word of the other, or has one for itself.
bool agree_by_initials(WordViews left, WordViews right) {
  if (left.size() > right.size()) std::swap(left, right);
  for (const std::string_view word : left) {
    const auto found = std::ranges::find_if(right, [word](std::string_view other) {
      return is_initial_of(word, other) || is_initial_of(other, word);
    });
    if (found == right.end()) return false;
    right.erase(found);
  }
  return true;
}

bool has_initials(const ComparedName& name) {
  return std::ranges::any_of(name.words, [](const std::string& word) { return word.size() == 1; });
}

std::string digits_in(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), base::is_digit);
  return digits;
}

std::string_view without(std::string_view text, std::string_view start) {
  return text.starts_with(start) ? text.substr(start.size()) : text;
}

ComparedContact number_of(std::string_view said) {
  constexpr std::size_t shortest = 7;
  constexpr std::size_t tail = 8;
  const value::Telephone read = value::read_telephone(said);
  const std::string digits = digits_in(read.number.empty() ? said : read.number);
  if (digits.size() < shortest) return {};
  return {.kind = ComparedContact::Kind::number,
          .key = digits.substr(digits.size() - std::min(tail, digits.size())) +
                 (read.extension.empty() ? "" : "x" + read.extension),
          .whole = read.number};
}

std::string page_of(std::string_view said) {
  const std::string lower = base::lower_ascii(said);
  std::string_view page = without(without(without(lower, "https://"), "http://"), "www.");
  while (page.ends_with('/')) page.remove_suffix(1);
  return std::string(page);
}

std::string mail_of(std::string_view said) {
  const std::string lower = base::lower(said);
  const auto start = lower.find('<');
  if (start == lower.npos) return std::string(without(lower, "mailto:"));
  return lower.substr(start + 1, lower.find('>', start) - start - 1);
}

}  // namespace

ComparedName ComparedName::of(std::string_view name) {
  ComparedName compared;
  const std::string folded = base::fold(name);
  for (const std::string_view word : base::words(folded))
    if (is_initial(word, folded) || !says_nothing(word)) compared.words.emplace_back(word);
  std::ranges::sort(compared.words);
  for (const std::string& word : compared.words) compared.sounds.push_back(sound_of(word));
  std::ranges::sort(compared.sounds);
  std::string_view rest = folded;
  while (!rest.empty() && !compared.is_unspaced)
    compared.is_unspaced = base::is_unspaced(base::next_code_point(rest));
  return compared;
}

NameLikeness compare(const ComparedName& one, const ComparedName& other) {
  if (one.words.empty() || other.words.empty()) return NameLikeness::none;
  if (one.words == other.words) {
    if (has_initials(one)) return NameLikeness::initials;
    return one.words.size() > 1 || one.is_unspaced ? NameLikeness::same : NameLikeness::same_word;
  }
  WordViews left;
  WordViews right;
  std::ranges::set_difference(one.words, other.words, std::back_inserter(left));
  std::ranges::set_difference(other.words, one.words, std::back_inserter(right));
  const std::size_t common = one.words.size() - left.size();
  if (left.size() == 1 && right.size() == 1 && is_one_step(left[0], right[0]) &&
      (common > 0 || left[0].size() > 6))
    return NameLikeness::one_letter;
  const bool both_say_more = common > 0 && !left.empty() && !right.empty();
  if (both_say_more && agree_by_initials(left, right)) return NameLikeness::initials;
  if (common > 1 && (left.empty() || right.empty())) return NameLikeness::part;
  if (one.words.size() > 1 && one.sounds == other.sounds) return NameLikeness::sound;
  return common > 1 ? NameLikeness::some_words : NameLikeness::none;
}

std::string sound_of(std::string_view folded) {
  if (!base::is_ascii(folded)) return std::string(folded);
  constexpr std::string_view vowels = "aeiouyj";
  std::string sound;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    char letter = folded[i];
    if (letter == 'p' && i + 1 < folded.size() && folded[i + 1] == 'h') letter = 'f';
    if (letter == 'c' || letter == 'q') letter = 'k';
    if (letter == 'w') letter = 'v';
    if (letter == 'z') letter = 's';
    if (vowels.find(letter) != vowels.npos) letter = 'a';
    const bool is_silent = letter == 'h' || letter == 'a';
    if (i > 0 && (is_silent || sound.ends_with(letter))) continue;
    sound += letter;
  }
  return sound;
}

ComparedContact ComparedContact::of(const model::Contact& contact) {
  using model::Channel;
  const std::string text = contact.value.str();
  const std::string_view said = base::trim(text);
  if (said.empty() || said.starts_with("sealed:")) return {};
  switch (*contact.channel) {
    case Channel::email:
      return {.kind = Kind::mail, .key = mail_of(said), .whole = {}};
    case Channel::web:
      return {.kind = Kind::page, .key = page_of(said), .whole = {}};
    case Channel::post: {
      constexpr std::size_t shortest = 12;
      const std::string folded = base::fold(said);
      const auto words = base::words(folded);
      std::string key = base::join(words, " ");
      if (key.size() < shortest) return {};
      return {.kind = Kind::place, .key = std::move(key), .whole = {}};
    }
    case Channel::phone:
    case Channel::mobile:
    case Channel::signal:
    case Channel::whatsapp:
    case Channel::telegram:
    case Channel::fax:
    case Channel::other:
      break;
    case Channel::absent:
    case Channel::in_person:
    case Channel::intermediary:
      return {};
  }
  if (auto number = number_of(said); number.kind != Kind::none) return number;
  constexpr std::size_t shortest = 4;
  std::string key = base::lower(without(said, "@"));
  if (key.size() < shortest || key.find(' ') != key.npos) return {};
  return {.kind = Kind::handle, .key = std::move(key), .whole = {}};
}

bool is_same(const ComparedContact& one, const ComparedContact& other) {
  if (one.kind == ComparedContact::Kind::none || one.kind != other.kind || one.key != other.key)
    return false;
  // Without the code of a country it may be any.
  return one.whole.empty() || other.whole.empty() || one.whole == other.whole;
}

}  // namespace rapport::app
