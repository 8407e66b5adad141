#include "names/record_contacts.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/protection.hpp"
#include "names/digits.hpp"
#include "names/name_keys.hpp"
#include "names/policy.hpp"
#include "names/readings.hpp"
#include "names/scan_text.hpp"
#include "names/secret_matcher.hpp"
#include "names/words.hpp"

#include <algorithm>
#include <iterator>

namespace rapport::names {
namespace {

constexpr std::uint64_t digits_key = 7;             // apart from the hashes of words
constexpr std::uint64_t all_of_seven = 10'000'000;  // as many as there are of seven digits
static_assert(shortest_number == 7);

/// Of an address all of whose words must be there the longest is enough; of one that is tied, any.
void add_words(std::string_view address, std::vector<std::uint64_t>& into) {
  each_address_form(address, [&into](const AddressForm& form) {
    if (form.is_loose)
      into.push_back(
          name_keys::hash_of(*std::ranges::max_element(form.words, {}, &std::string::size)));
    else
      std::ranges::transform(form.words, std::back_inserter(into), name_keys::hash_of);
  });
}

/// Calls `visit(hash)` for each seven digits in a row, of any script, with nothing between them
/// that ends a number, until it answers true: then so does this.
template <class Visit>
bool any_seven_digits(std::string_view text, Visit&& visit) {
  constexpr unsigned char first_of_scripts = 0xD9;  // letters of Europe begin with less
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
    const char32_t point = base::next_code_point(text);
    if (const int digit = base::digit_value(point); digit >= 0) {
      last = (last * 10 + static_cast<std::uint64_t>(digit)) % all_of_seven;
      if (++digits >= shortest_number && visit(base::chain(last, digits_key))) return true;
    } else if (!may_be_within_number(point)) {
      digits = 0;
    }
  }
  return false;
}

/// The last seven digits of each form of a number; most have the same.
void add_numbers(std::string_view value, std::vector<std::uint64_t>& into) {
  each_number_form(value, [&into](std::string_view digits) {
    std::uint64_t last = 0;
    for (const char c : digits.substr(digits.size() - shortest_number))
      last = last * 10 + static_cast<std::uint64_t>(c - '0');
    const std::uint64_t key = base::chain(last, digits_key);
    if (into.empty() || into.back() != key) into.push_back(key);
  });
}

}  // namespace

RecordContacts::RecordContacts(const model::Dataset& data) {
  for (const model::Partner* partner : data.partners()) {
    if (!model::is_protected(*partner)) continue;
    for (const auto& contact : partner->contacts) add_contact(*partner, contact, secrets_);
    owners_.resize(secrets_.size(), partner);
  }
  std::vector<std::uint64_t> words;
  std::vector<std::uint64_t> numbers;
  for (const Secret& secret : secrets_) {
    add_numbers(secret.text, numbers);  // an address may be a link to a number
    if (!is_number(secret.text)) add_words(secret.text, words);
  }
  if (!words.empty()) words_ = WordFilter(words);
  if (!numbers.empty()) numbers_ = WordFilter(numbers);
}
RecordContacts::~RecordContacts() = default;

bool RecordContacts::may_be_in(std::string_view text) const {
  return any_reading(text, [this](std::string_view reading) { return may_be_in_reading(reading); });
}

bool RecordContacts::may_be_in_reading(std::string_view reading) const {
  return may_have_number(reading) || may_have_word(reading);
}

/// Seven digits in a row are those of a number.
bool RecordContacts::may_have_number(std::string_view text) const {
  return !numbers_.empty() &&
         any_seven_digits(text, [this](std::uint64_t seven) { return numbers_.may_have(seven); });
}

/// Some word is one of an address.
bool RecordContacts::may_have_word(std::string_view text) const {
  if (words_.empty()) return false;
  ScanText parts;
  return any_word(text, [&](const QuickWord& word) {
    if (word.kind == 0) return words_.may_have(word.hash);
    parts.read(word.text);
    for (std::size_t at = 0; at < parts.size(); ++at)
      if (words_.may_have(name_keys::hash_of(parts.text(at)))) return true;
    return false;
  });
}

std::vector<RecordContacts::Hit> RecordContacts::find(std::string_view text) const {
  std::call_once(is_read_, [this] { matcher_ = std::make_unique<const SecretMatcher>(secrets_); });
  std::vector<Hit> hits;
  for (const names::Hit& hit : matcher_->all_in(text, Blanks::are_one)) {
    const auto secret = static_cast<std::size_t>(hit.secret - secrets_.data());
    hits.push_back({owners_[secret], hit.start, hit.end});
  }
  return hits;
}

}  // namespace rapport::names
