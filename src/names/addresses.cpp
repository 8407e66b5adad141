#include "names/addresses.hpp"

#include "base/hash.hpp"
#include "names/address_words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace rapport::names {

void Addresses::add(std::string_view address, std::uint32_t owner) {
  each_address_form(address, [&](const AddressForm& form) {
    std::uint64_t key = 0;
    for (const std::string& word : form.words) {
      key = base::chain(key, hash_of_word(word));
      beginnings_.insert(key);
    }
    const auto [known, is_new] = (form.is_loose ? loose_ : tied_).try_emplace(key, form, owner);
    if (!is_new && form.mark < known->second.form.mark) known->second = {form, owner};
  });
}

void Addresses::find_at(const ScanText& text, std::size_t at, const Forms& forms,
                        std::size_t (*next)(const ScanText&, std::size_t),
                        std::vector<Match>& found) const {
  using Mark = AddressForm::Mark;
  if (forms.empty()) return;
  std::uint64_t key = 0;
  std::array<std::size_t, most_address_words> words{};
  std::size_t count = 0;
  for (std::size_t i = at; i != ScanText::none && count < most_address_words; i = next(text, i)) {
    words[count++] = i;
    key = base::chain(key, text[i].hash);
    if (!beginnings_.contains(key)) return;
    const auto known = forms.find(key);
    if (known == forms.end() || known->second.form.words.size() != count) continue;
    const auto& [form, owner] = known->second;
    const char before = text.before(text[at]);
    const bool is_marked = before == '@' || (before == '/' && form.mark == Mark::at_or_slash);
    if (form.mark != Mark::none && !is_marked) continue;
    const bool is_same = std::ranges::equal(
        form.words, std::span(words).first(count),
        [&text](const std::string& word, std::size_t own) { return word == text.text(own); });
    if (is_same) found.push_back({owner, text[at].start, text[i].end});
  }
}

void Addresses::find(const ScanText& text, std::vector<Match>& found) const {
  if (beginnings_.empty()) return;
  for (std::size_t at = 0; at < text.size(); ++at) {
    find_at(text, at, tied_, next_tied, found);
    find_at(text, at, loose_, next_loose, found);
  }
}

}  // namespace rapport::names
