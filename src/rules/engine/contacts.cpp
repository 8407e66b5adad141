#include "rules/engine/contacts.hpp"

#include "base/spaces.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "release/gate.hpp"
#include "release/hay.hpp"
#include "release/needles.hpp"
#include "release/numbers.hpp"
#include "release/secrets.hpp"
#include "rules/engine/as_read.hpp"
#include "rules/engine/words.hpp"

#include <algorithm>

namespace rapport::rules {
namespace {

/// The words of an address: those that are looked for are among them. Of a postal one, all of whose
/// words must be there, the longest is enough.
void add_words(std::string_view address, std::vector<std::uint64_t>& into) {
  const release::Hay hay(address);
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

/// In a row, of any script, with nothing between them that ends a number.
bool may_have_number(std::string_view text) {
  constexpr unsigned char first_of_scripts = 0xD9;  // letters of Europe begin with less
  constexpr std::u32string_view signs = U"+\n\\*\r";
  std::size_t digits = 0;
  while (!text.empty()) {
    if (digits == 0) {
      const auto first = std::ranges::find_if(text, [](char c) {
        return base::is_digit(c) || static_cast<unsigned char>(c) >= first_of_scripts;
      });
      text.remove_prefix(static_cast<std::size_t>(first - text.begin()));
      if (text.empty()) return false;
    }
    const char32_t point = base::take_point(text);
    if (base::digit_value(point) >= 0) {
      if (++digits == release::shortest_number) return true;
    } else if (signs.find(point) == signs.npos && !base::may_part_digits(point) &&
               !base::is_invisible(point)) {
      digits = 0;
    }
  }
  return false;
}

}  // namespace

Contacts::Contacts(const model::Dataset& data) {
  for (const model::Partner* partner : data.partners()) {
    if (!release::is_protected(*partner)) continue;
    release::add_contacts(*partner, secrets_);
    owners_.resize(secrets_.size(), partner);
  }
  std::vector<std::uint64_t> words;
  for (const release::Secret& secret : secrets_)
    if (!release::is_number(secret.text)) add_words(secret.text, words);
  if (!words.empty()) words_ = WordFilter(words);
}
Contacts::~Contacts() = default;

bool Contacts::may_be_in(std::string_view text) const {
  return any_reading(text, [this](std::string_view reading) { return may_be_in_reading(reading); });
}

bool Contacts::may_be_in_reading(std::string_view reading) const {
  return !secrets_.empty() && (may_have_number(reading) || may_have_word(reading));
}

/// Some word is one of an address.
bool Contacts::may_have_word(std::string_view text) const {
  if (words_.empty()) return false;
  release::Hay parts;
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
    needles_ = std::make_unique<const release::Needles>(secrets_, std::span<const std::string>());
  });
  std::vector<Hit> hits;
  for (const release::Hit& hit : all_in(*needles_, text)) {
    const auto secret = static_cast<std::size_t>(hit.secret - secrets_.data());
    hits.push_back({owners_[secret], hit.start, hit.end});
  }
  return hits;
}

}  // namespace rapport::rules
