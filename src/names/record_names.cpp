#include "names/record_names.hpp"

#include "base/particles.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "names/name_keys.hpp"
#include "names/policy.hpp"
#include "names/quick_look.hpp"
#include "names/readings.hpp"
#include "names/secret_matcher.hpp"

#include <algorithm>

namespace rapport::names {

using name_keys::hash_of;

struct RecordNames::Forms {
  std::vector<Key> keys;
  std::vector<std::uint64_t> words;
  std::uint64_t one_word_lengths = 0;
  std::size_t most_words = 0;
  std::size_t most_with_particles = 0;
  bool is_empty = true;
  std::vector<std::pair<std::string, std::uint32_t>> unsegmented_names;
  ScanText memory;  // in which names are read

  std::uint32_t partner = 0;

  void add(std::uint64_t key) { keys.push_back({key, partner}); }
  std::uint64_t hash(std::string_view text) {
    words.push_back(hash_of(text));
    return words.back();
  }

  // What each form of a name is found by: see each_name_form.
  void unsegmented(std::string_view name) { unsegmented_names.emplace_back(name, partner); }
  void pair(std::string_view first, std::string_view second, const Between&, const NameWords&) {
    each_apart(first, [&](std::string_view one) {
      each_apart(second,
                 [&](std::string_view other) { add(name_keys::pair(hash(one), hash(other))); });
    });
  }
  void initial(std::string_view letter, std::string_view text, const NameWords&) {
    each_apart(text,
               [&](std::string_view part) { add(name_keys::pair(hash(letter), hash(part))); });
  }
  void whole(const ScanText& name, const NameWords& own) {
    std::uint64_t key = 0;
    for (std::size_t i = own.size(); i > 0; --i)
      key = name_keys::whole(key, hash(name.text(own[i - 1])));
    add(key);
    std::size_t& most = own.with_particles() ? most_with_particles : most_words;
    most = std::max(most, own.size());
  }
  void one_word(std::string_view text, std::size_t) {
    add(name_keys::one_word(hash(text)));
    hash(text.substr(0, shortest_one_word));
    if (text.size() >= name_keys::shortest_within) hash(text.substr(0, name_keys::gram));
    one_word_lengths |= std::uint64_t{1} << (text.size() - 1);
  }
  void titled(std::string_view text) { add(name_keys::titled(hash(text))); }
  void word(std::string_view text) { hash(text); }

  /// "delacruz", and "lacruz" and "cruz", which it ends in where it is written apart.
  template <class Visit>
  static void each_apart(std::string_view word, Visit&& visit, std::size_t particles = 2) {
    visit(word);
    constexpr std::size_t longest = 3;   // particle
    constexpr std::size_t shortest = 2;  // rest
    for (std::size_t length = 1; particles != 0 && length <= longest; ++length)
      if (word.size() >= length + shortest && base::is_particle(word.substr(0, length)))
        each_apart(word.substr(length), visit, particles - 1);
  }
};

/// One word that is not enough by itself is taken too, and is none when it comes to SecretMatcher.
void RecordNames::gather(const model::Partner& partner, Forms& into) {
  into.partner = partner.head.index;
  into.is_empty = false;
  each_name(partner, [&into](std::string_view name, Secret::Kind kind, bool) {
    each_name_form(name, kind == Secret::Kind::name, into.memory, into);
  });
}

RecordNames::RecordNames(const model::Dataset& data, const base::ParallelFor& pool,
                         bool (*wanted)(const model::Partner&))
    : data_(&data) {
  const auto partners = data.partners();
  // Block by block, so that two people of one name are in the order of their ids, whichever thread
  // came first.
  std::vector<Forms> blocks(partners.size() / base::ParallelFor::block + 1);
  pool.run(partners.size(), [&](unsigned, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (wanted(*partners[i])) gather(*partners[i], blocks[begin / base::ParallelFor::block]);
  });
  std::vector<std::uint64_t> words;
  for (const auto& part : blocks) {
    is_empty_ = is_empty_ && part.is_empty;
    keys_.insert(keys_.end(), part.keys.begin(), part.keys.end());
    words.insert(words.end(), part.words.begin(), part.words.end());
    one_word_lengths_ |= part.one_word_lengths;
    most_words_ = std::max(most_words_, part.most_words);
    most_with_particles_ = std::max(most_with_particles_, part.most_with_particles);
    for (const auto& [name, partner] : part.unsegmented_names) unsegmented_.add(name, partner);
  }
  words_ = WordFilter(words);
  index();
}

void RecordNames::index() {
  if (keys_.empty()) return;
  std::size_t slots = 64;
  while (slots < keys_.size() * 2) slots *= 2;
  slots_.assign(slots, 0);
  for (auto i = static_cast<std::uint32_t>(keys_.size()); i > 0; --i) {
    Key& key = keys_[i - 1];
    std::size_t at = key.key & (slots - 1);
    while (slots_[at] != 0 && keys_[slots_[at] - 1].key != key.key) at = (at + 1) & (slots - 1);
    // Of one partner one is enough.
    if (slots_[at] != 0 && keys_[slots_[at] - 1].partner == key.partner) continue;
    key.next = slots_[at];
    slots_[at] = i;
  }
}

template <class Visit>
bool RecordNames::any_candidate(std::string_view text, Visit&& visit) const {
  if (keys_.empty()) return false;
  return any_reading(
      text, [&](std::string_view reading) { return QuickLook(*this, reading).run(visit); });
}

bool RecordNames::may_be_in_id(std::string_view text) const {
  bool found = false;
  each_word(text, [&](const TextWord& word) {
    found = found || (word.letters >= shortest_id_word && may_have(word.hash));
  });
  return found;
}

bool RecordNames::may_be_in(std::string_view text) const {
  return any_reading(text, [this](std::string_view reading) { return may_be_in_reading(reading); });
}

bool RecordNames::may_be_in_reading(std::string_view reading) const {
  if (!keys_.empty() && QuickLook(*this, reading).run([](std::uint32_t) { return true; }))
    return true;
  return !unsegmented_.empty() && unsegmented_.any_in(reading);
}

/// `hits` are in order; what they hold is known.
void RecordNames::find_titled(std::string_view text, std::vector<Hit>& hits) const {
  const std::vector<Hit> named = hits;
  std::size_t next = 0;  // the first of them that begins behind the word
  each_run(text, [&](const TextWord& word) {
    if (base::is_particle(word.text) || !may_have(word.hash)) return false;
    while (next < named.size() && named[next].start < word.end) ++next;
    if (!words::is_titled(text, word.start)) return true;
    any_owner(name_keys::titled(word.hash), [&](std::uint32_t owner) {
      constexpr std::size_t most_before = 8;  // of others, who have the same words
      const model::Partner* partner = data_->partners()[owner];
      for (std::size_t i = next; i > 0 && i + most_before > next; --i)
        if (named[i - 1].partner == partner && word.start < named[i - 1].end) return false;
      hits.push_back({partner, word.start, word.end, true});
      return false;
    });
    return true;
  });
}

std::vector<std::uint32_t> RecordNames::candidates(std::string_view text) const {
  std::vector<std::uint32_t> all;
  any_candidate(text, [&](std::uint32_t partner) {
    if (partner != nobody) all.push_back(partner);
    return false;
  });
  if (!unsegmented_.empty())
    any_reading(text, [&](std::string_view reading) {
      std::vector<Match> found;
      unsegmented_.find(reading, found);
      for (const Match& match : found) all.push_back(match.owner);
      return false;
    });
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::vector<const model::Partner*> RecordNames::partners_in(std::string_view text) const {
  std::vector<const model::Partner*> named;
  for (const std::uint32_t candidate : candidates(text)) {
    std::vector<Secret> secrets;
    add_names(*data_->partners()[candidate], secrets);
    if (!SecretMatcher(secrets).all_in(text, Blanks::are_one).empty())
      named.push_back(data_->partners()[candidate]);
  }
  return named;
}

std::vector<RecordNames::Hit> RecordNames::find(std::string_view text) const {
  std::vector<Secret> secrets;
  std::vector<const model::Partner*> owners;
  for (const std::uint32_t candidate : candidates(text)) {
    add_names(*data_->partners()[candidate], secrets);
    owners.resize(secrets.size(), data_->partners()[candidate]);
  }
  std::vector<Hit> hits;
  for (const names::Hit& hit : SecretMatcher(secrets).all_in(text, Blanks::are_one)) {
    const auto secret = static_cast<std::size_t>(hit.secret - secrets.data());
    hits.push_back({owners[secret], hit.start, hit.end});
  }
  find_titled(text, hits);
  std::ranges::stable_sort(hits, {}, &Hit::start);
  return hits;
}

}  // namespace rapport::names
