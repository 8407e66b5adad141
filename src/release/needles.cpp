#include "release/needles.hpp"

#include "base/particles.hpp"
#include "base/spaces.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "release/asides.hpp"

#include <algorithm>
#include <set>

namespace rapport::release {
namespace {

constexpr std::size_t shortest_number = 7;
constexpr std::size_t shortest_whole_number = 9;  // with the code of a country or an area
constexpr std::size_t shortest_handle = 5;  // of letters that stand for an address by themselves

bool is_digit(char32_t point) { return point >= U'0' && point <= U'9'; }

/// The digits of every number in folded text; numbers are parted by '|'. `parts` says what may
/// stand between the digits of one. Formats add + \ and *.
std::string numbers(std::string_view folded, bool (*parts)(char32_t)) {
  std::string digits;
  while (!folded.empty()) {
    const char32_t point = base::take_point(folded);
    if (is_digit(point))
      digits += static_cast<char>(point);
    else if (!parts(point) && point != U'+' && point != U'\\' && point != U'*' &&
             !digits.ends_with('|'))
      digits += '|';
  }
  return digits;
}

std::string numbers(std::string_view folded) { return numbers(folded, base::may_group_digits); }

/// `text` with a space for each line end that may stand within a number: of two in a row neither
/// does.
std::string on_one_line(std::string_view text) {
  std::string out(text);
  std::size_t last = out.npos;  // the line end before, with nothing but spaces since
  for (std::size_t at = 0; at < out.size(); ++at) {
    if (out[at] == '\n') {
      if (last == out.npos) out[at] = ' ';
      if (last != out.npos) out[last] = '\n';
      last = at;
    } else if (out[at] != ' ' && out[at] != '\r') {
      last = out.npos;
    } else if (out[at] == '\r') {
      out[at] = ' ';
    }
  }
  return out;
}

bool stands_at(const std::vector<HayWord>& hay, std::size_t at,
               const std::vector<std::string_view>& words) {
  if (at + words.size() > hay.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (hay[at + i].text != words[i]) return false;
  return true;
}

}  // namespace

bool is_number(std::string_view text) {
  std::size_t digits = 0;
  const std::string folded = base::fold(text);
  for (std::string_view rest = folded; !rest.empty();) {
    const char32_t point = base::take_point(rest);
    if (is_digit(point))
      ++digits;
    else if (point != U'+' && !base::may_group_digits(point))
      return false;
  }
  return digits >= shortest_number;
}

Needles::Needles(std::span<const Secret> secrets, std::span<const std::string> open)
    : secrets_(secrets) {
  for (const std::string& text : open) {
    open_unspaced_.add(text, 0);
    auto words = base::words(keep(base::fold(text)));
    if (words.empty()) continue;
    longest_open_ = std::max(longest_open_, words.size());
    open_[words.front()].push_back({std::move(words)});
  }
  for (const Secret& secret : secrets) {
    if (!is_number(secret.text))
      add(secret);
    else
      numbers_.emplace(numbers(base::fold(secret.text)), &secret);
  }
  std::set<std::size_t> lengths;
  for (const auto& number : numbers_) lengths.insert(number.first.size());
  number_lengths_.assign(lengths.begin(), lengths.end());
}

void Needles::add(const Secret& secret) {
  if (secret.kind == Secret::Kind::address) {
    add_words(secret.text, secret);
    return;
  }
  unspaced_.add(secret.text, static_cast<std::uint32_t>(&secret - secrets_.data()));
  for (const std::string& form : forms_of_name(secret.text, secret.kind == Secret::Kind::name))
    add_words(form, secret);
}

void Needles::add_words(std::string_view text, const Secret& secret) {
  auto words = base::words(keep(base::fold(text)));
  if (words.empty()) return;
  if (secret.kind == Secret::Kind::name) add_pairs(words, secret);
  phrases_[words.front()].push_back({std::move(words), &secret});
}

void Needles::add_pairs(const std::vector<std::string_view>& words, const Secret& secret) {
  std::vector<std::string_view> telling;
  for (const auto word : words)
    if (!base::is_particle(word)) telling.push_back(word);
  for (std::size_t i = 1; i < telling.size(); ++i) add_pair(telling[i - 1], telling[i], secret);
  // The names one is called by most: the first and the last.
  if (telling.size() > 2) add_pair(telling.front(), telling.back(), secret);
}

void Needles::add_pair(std::string_view one, std::string_view other, const Secret& secret) {
  if (one.size() == 1 && other.size() == 1) return;  // "A. B." is said of annexes too
  pairs_[one].push_back({other, &secret});
  pairs_[other].push_back({one, &secret});
}

const Secret* Needles::find_number(std::string_view folded) const {
  if (numbers_.empty()) return nullptr;
  if (const Secret* found = find_digits(numbers(folded), shortest_number)) return found;
  // What may be a list of short numbers is read as one number only where it is a long one.
  return find_digits(numbers(on_one_line(folded), base::may_part_digits), shortest_whole_number);
}

/// `digits` are those of numbers, parted by '|'.
const Secret* Needles::find_digits(std::string_view digits, std::size_t shortest) const {
  for (const std::string_view run : base::split(digits, '|'))
    for (std::size_t at = 0; at + shortest <= run.size(); ++at)
      for (const std::size_t length : number_lengths_) {
        if (at + length > run.size()) break;
        if (length < shortest) continue;
        const auto found = numbers_.find(run.substr(at, length));
        if (found != numbers_.end()) return found->second;
      }
  return nullptr;
}

const Secret* Needles::find_unspaced(std::string_view bytes) const {
  const auto hits = unspaced_.all_in(bytes);
  if (hits.empty()) return nullptr;
  const auto open = open_unspaced_.all_in(bytes);
  for (const auto& hit : hits)
    if (std::ranges::none_of(open, [&hit](const auto& other) {
          return other.start <= hit.start && other.end >= hit.end;
        }))
      return &secrets_[hit.owner];
  return nullptr;
}

bool Needles::is_open(const Hay& hay, std::size_t first, std::size_t last) const {
  for (std::size_t at = last + 1 > longest_open_ ? last + 1 - longest_open_ : 0; at <= first;
       ++at) {
    const auto found = open_.find(hay.words()[at].text);
    if (found == open_.end()) continue;
    for (const Phrase& phrase : found->second)
      if (at + phrase.words.size() > last && stands_at(hay.words(), at, phrase.words)) return true;
  }
  return false;
}

const Secret* Needles::find_phrase(const Hay& hay, std::size_t at) const {
  const HayWord& word = hay.words()[at];
  const auto found = phrases_.find(word.text);
  if (found == phrases_.end()) return nullptr;
  for (const Phrase& phrase : found->second) {
    if (!stands_at(hay.words(), at, phrase.words)) continue;
    // A short handle is a word of some language; it is the handle as "@ana" or in a link.
    const char before = hay.before(word);
    const bool is_address = phrase.secret->kind == Secret::Kind::address;
    if (is_address && phrase.words.size() == 1 && base::count_points(word.text) < shortest_handle &&
        before != '@' && before != '/')
      continue;
    if (is_address || !is_open(hay, at, at + phrase.words.size() - 1)) return phrase.secret;
  }
  return nullptr;
}

const Secret* Needles::find_pair(const Hay& hay, std::size_t first, std::size_t second) const {
  const auto found = pairs_.find(hay.words()[first].text);
  if (found == pairs_.end()) return nullptr;
  for (const Second& other : found->second)
    if (other.word == hay.words()[second].text && !is_open(hay, first, second)) return other.secret;
  return nullptr;
}

const Secret* Needles::find(std::string_view bytes) const {
  const Hay hay(bytes);
  if (const Secret* secret = find_number(hay.folded())) return secret;
  if (const Secret* secret = find_unspaced(bytes)) return secret;
  std::size_t before = Hay::none;  // the last word that is no particle, and joined to what follows
  for (std::size_t at = 0; at < hay.words().size(); ++at) {
    if (const Secret* secret = find_phrase(hay, at)) return secret;
    const HayWord& word = hay.words()[at];
    if (!word.joined) before = hay.before_aside(at);
    if (word.is_particle) continue;
    if (before != Hay::none)
      if (const Secret* secret = find_pair(hay, before, at)) return secret;
    before = at;
  }
  return nullptr;
}

}  // namespace rapport::release
