#include "rules/engine/contacts.hpp"

#include "base/hash.hpp"
#include "base/spaces.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "names/numbers.hpp"
#include "names/scan_text.hpp"
#include "names/secret_matcher.hpp"
#include "release/gate.hpp"
#include "release/secrets.hpp"
#include "rules/engine/as_read.hpp"
#include "rules/engine/words.hpp"

#include <algorithm>

namespace rapport::rules {
namespace {

constexpr std::uint64_t digits_key = 7;  // apart from the hashes of words

/// The words of an address: those that are looked for are among them. Of a postal one, all of whose
/// words must be there, the longest is enough.
void add_words(std::string_view address, std::vector<std::uint64_t>& into) {
  const names::ScanText hay(address);
  const bool is_postal = base::trim(address).find_first_of(" \t\n") != address.npos &&
                         address.find('@') == address.npos && address.find("://") == address.npos;
  constexpr std::size_t most = 16;  // a longer postal address is known by its beginning
  std::string_view longest;
  for (std::size_t at = 0; at < hay.size(); ++at) {
    const std::string_view word = hay.text(at);
    if (!is_postal) into.push_back(words::hash<false>(word));
    if (at < most && word.size() > longest.size()) longest = word;
  }
  if (is_postal) into.push_back(words::hash<false>(longest));
}

/// Calls `visit(hash, digits)` for each seven digits in a row, of any script, with nothing between
/// them that ends a number, until it answers true: then so does this. `digits` is how many of the
/// number there are so far.
template <class Visit>
bool any_seven_digits(std::string_view text, Visit&& visit) {
  constexpr unsigned char first_of_scripts = 0xD9;  // letters of Europe begin with less
  constexpr std::u32string_view signs = U"+\n\\*\r";
  constexpr std::uint64_t all = 10'000'000;  // as many as there are
  static_assert(names::shortest_number == 7);
  std::size_t digits = 0;
  std::uint64_t last = 0;  // the last seven
  while (!text.empty()) {
    if (digits == 0) {
      const auto first = std::ranges::find_if(text, [](char c) {
        return base::is_digit(c) || static_cast<unsigned char>(c) >= first_of_scripts;
      });
      text.remove_prefix(static_cast<std::size_t>(first - text.begin()));
      if (text.empty()) return false;
    }
    const char32_t point = base::take_point(text);
    if (const int digit = base::digit_value(point); digit >= 0) {
      last = (last * 10 + static_cast<std::uint64_t>(digit)) % all;
      if (++digits >= names::shortest_number && visit(base::chain(last, digits_key), digits))
        return true;
    } else if (signs.find(point) == signs.npos && !base::may_part_digits(point) &&
               !base::is_invisible(point)) {
      digits = 0;
    }
  }
  return false;
}

/// The last seven digits of a number, which it has with the code of the country and without; an
/// extension is a number of its own.
void add_last_seven(std::string_view number, std::vector<std::uint64_t>& into) {
  std::uint64_t last = 0;
  any_seven_digits(number, [&](std::uint64_t seven, std::size_t digits) {
    if (digits == names::shortest_number && last != 0) into.push_back(last);
    last = seven;
    return false;
  });
  if (last != 0) into.push_back(last);
}

/// Of a value as one number, and of each part of it: it may be two of them, as in "… / …".
void add_numbers(std::string_view value, std::vector<std::uint64_t>& into) {
  constexpr std::string_view between = "+/,;|";
  add_last_seven(value, into);
  if (value.find_first_of(between, 1) == value.npos) return;
  for (std::size_t start = 0; start < value.size();) {
    const std::size_t end = std::min(value.find_first_of(between, start), value.size());
    add_last_seven(value.substr(start, end - start), into);
    start = end + 1;
  }
}

}  // namespace

Contacts::Contacts(const model::Dataset& data) {
  for (const model::Partner* partner : data.partners()) {
    if (!model::is_protected(*partner)) continue;
    release::add_contacts(*partner, secrets_);
    owners_.resize(secrets_.size(), partner);
  }
  std::vector<std::uint64_t> words;
  std::vector<std::uint64_t> numbers;
  for (const names::Secret& secret : secrets_) {
    add_numbers(secret.text, numbers);  // an address may be a link to a number
    if (!names::is_number(secret.text)) add_words(secret.text, words);
  }
  if (!words.empty()) words_ = WordFilter(words);
  if (!numbers.empty()) numbers_ = WordFilter(numbers);
}
Contacts::~Contacts() = default;

bool Contacts::may_be_in(std::string_view text) const {
  return any_reading(text, [this](std::string_view reading) { return may_be_in_reading(reading); });
}

bool Contacts::may_be_in_reading(std::string_view reading) const {
  return may_have_number(reading) || may_have_word(reading);
}

/// Seven digits in a row are those of a number.
bool Contacts::may_have_number(std::string_view text) const {
  return !numbers_.empty() && any_seven_digits(text, [this](std::uint64_t seven, std::size_t) {
    return numbers_.may_have(seven);
  });
}

/// Some word is one of an address.
bool Contacts::may_have_word(std::string_view text) const {
  if (words_.empty()) return false;
  names::ScanText parts;
  return any_word(text, [&](const SeenWord& word) {
    if (word.kind == 0) return words_.may_have(word.hash);
    parts.read(word.text);
    for (std::size_t at = 0; at < parts.size(); ++at)
      if (words_.may_have(words::hash<false>(parts.text(at)))) return true;
    return false;
  });
}

std::vector<Contacts::Hit> Contacts::find(std::string_view text) const {
  std::call_once(is_read_, [this] {
    needles_ = std::make_unique<const names::SecretMatcher>(secrets_);
  });
  std::vector<Hit> hits;
  for (const names::Hit& hit : all_in(*needles_, text)) {
    const auto secret = static_cast<std::size_t>(hit.secret - secrets_.data());
    hits.push_back({owners_[secret], hit.start, hit.end});
  }
  return hits;
}

}  // namespace rapport::rules
