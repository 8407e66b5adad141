#include "app/likely_pairs.hpp"

#include "app/likeness.hpp"
#include "base/hash.hpp"
#include "model/protection.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace rapport::app {
namespace {

using model::Partner;

/// More partners than this with one thing in common have it by chance, or belong to one body.
constexpr std::size_t most_in_common = 40;
constexpr std::size_t most_of_one_line = 3;

struct ComparedPartner {
  const Partner* partner;
  bool is_person;
  std::vector<ComparedName> names = {};
  std::vector<ComparedContact> contacts = {};
};

struct Key {
  std::uint64_t hash;
  std::uint32_t partner;  // index
  friend auto operator<=>(const Key&, const Key&) = default;
};

std::uint64_t hash_of(char kind, std::string_view one, std::string_view other = {}) {
  return base::chain(base::chain(base::hash({&kind, 1}), base::hash(one)), base::hash(other));
}

ComparedPartner compared(const Partner& partner) {
  ComparedPartner made{.partner = &partner, .is_person = model::is_person(partner)};
  const auto add = [&made](const value::Text& text) {
    const std::string said = text.str();
    if (said.empty() || said.starts_with("sealed:")) return;
    ComparedName name = ComparedName::of(said);
    const bool is_known = std::ranges::any_of(
        made.names, [&](const ComparedName& known) { return known.words == name.words; });
    if (!name.words.empty() && !is_known) made.names.push_back(std::move(name));
  };
  if (partner.name) add(partner.name);
  for (const auto& alias : partner.aliases) add(alias);
  for (const auto& alias : partner.alias_alone) add(alias);
  for (const auto& contact : partner.contacts)
    if (auto made_of = ComparedContact::of(contact); made_of.kind != ComparedContact::Kind::none)
      made.contacts.push_back(std::move(made_of));
  return made;
}

/// A word with the first letter of another one finds typing errors, initials and another order; two
/// words by their sound find other spellings.
void add_keys(const ComparedName& name, std::vector<std::uint64_t>& keys) {
  std::string all;
  for (const std::string& word : name.words) (all += word) += ' ';
  keys.push_back(hash_of('n', all));
  const std::vector<std::string>& sounds = name.sounds;
  if (sounds.size() == 1) keys.push_back(hash_of('l', sounds.front()));
  for (std::size_t i = 0; i < name.words.size(); ++i) {
    for (std::size_t k = 0; k < name.words.size(); ++k) {
      if (i == k) continue;
      if (name.words[i].size() > 2)
        keys.push_back(hash_of('w', name.words[i], std::string_view(name.words[k]).substr(0, 1)));
      if (i < k) keys.push_back(hash_of('s', sounds[i], sounds[k]));
    }
  }
}

std::vector<Key> keys_of(const std::vector<ComparedPartner>& all) {
  std::vector<Key> keys;
  std::vector<std::uint64_t> hashes;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    hashes.clear();
    for (const ComparedName& name : all[i].names) add_keys(name, hashes);
    for (const ComparedContact& contact : all[i].contacts)
      hashes.push_back(hash_of('c', contact.key));
    if (const auto& row = all[i].partner->listed_as)
      hashes.push_back(base::chain(
          hash_of('r', {}),
          std::uint64_t{row.row().index} << 8 | static_cast<std::uint64_t>(row.row().set)));
    for (const std::uint64_t hash : hashes)
      keys.push_back({base::chain(hash, all[i].is_person ? 1 : 2), i});
  }
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// What many have in common tells nothing by itself; with the country it may.
void add_pairs(const std::vector<ComparedPartner>& all, std::vector<std::uint32_t> those,
               bool is_narrowed, std::vector<Pair>& pairs) {
  if (those.size() > most_in_common && is_narrowed) return;
  if (those.size() > most_in_common) {
    const auto country = [&all](std::uint32_t i) { return all[i].partner->country.index(); };
    std::ranges::stable_sort(those, {}, country);
    for (auto first = those.begin(); first != those.end();) {
      const auto last = std::ranges::upper_bound(first, those.end(), country(*first), {}, country);
      add_pairs(all, {first, last}, true, pairs);
      first = last;
    }
    return;
  }
  for (std::size_t i = 0; i < those.size(); ++i)
    for (std::size_t k = i + 1; k < those.size(); ++k) pairs.emplace_back(those[i], those[k]);
}

std::vector<Pair> candidates(const std::vector<ComparedPartner>& all) {
  const std::vector<Key> keys = keys_of(all);
  std::vector<Pair> pairs;
  for (auto first = keys.begin(); first != keys.end();) {
    const auto last = std::find_if(first, keys.end(),
                                   [first](const Key& key) { return key.hash != first->hash; });
    std::vector<std::uint32_t> those;
    if (last - first > 1)
      for (auto key = first; key != last; ++key) those.push_back(key->partner);
    add_pairs(all, std::move(those), false, pairs);
    first = last;
  }
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

using Weight = std::pair<int, const char*>;

Weight weight_of(NameLikeness likeness) {
  switch (likeness) {
    case NameLikeness::none:
      return {0, ""};
    case NameLikeness::some_words:
      return {15, "names have words in common"};
    case NameLikeness::sound:
      return {40, "names are spelled differently and sound the same"};
    case NameLikeness::part:
      return {30, "one name is part of the other"};
    case NameLikeness::initials:
      return {35, "names agree by initials"};
    case NameLikeness::one_letter:
      return {45, "names differ by one letter"};
    case NameLikeness::same_word:
      return {30, "same one-word name"};
    case NameLikeness::same:
      return {55, "same name"};
  }
  return {0, ""};
}

Weight weight_of(ComparedContact::Kind kind) {
  switch (kind) {
    case ComparedContact::Kind::none:
      return {0, ""};
    case ComparedContact::Kind::number:
      return {45, "same telephone number"};
    case ComparedContact::Kind::mail:
      return {45, "same mail address"};
    case ComparedContact::Kind::handle:
      return {45, "same account"};
    case ComparedContact::Kind::page:
      return {15, "same web page"};
    case ComparedContact::Kind::place:
      return {15, "same postal address"};
  }
  return {0, ""};
}

/// What speaks for it and against it that two partners are one.
class PairScore {
 public:
  PairScore(const ComparedPartner& one, const ComparedPartner& other,
            const std::unordered_map<std::string, std::size_t>& uses)
      : one_(one), other_(other), uses_(uses) {
    look_at_contacts();
    look_at_names();
    look_at_rest();
  }

  LikelyPair pair() && {
    return {one_.partner, other_.partner, std::clamp(points_, 0, 100), std::move(reasons_)};
  }

 private:
  void add(const Weight& weight) {
    points_ += weight.first;
    if (*weight.second != '\0') reasons_.emplace_back(weight.second);
  }

  void look_at_contacts() {
    constexpr int shared_by_many = 10;
    bool has_one = false;
    for (const ComparedContact& one : one_.contacts) {
      if (std::ranges::none_of(other_.contacts,
                               [&](const ComparedContact& other) { return is_same(one, other); }))
        continue;
      Weight weight = weight_of(one.kind);
      if (has_one || uses_.at(one.key) > most_of_one_line) weight.first = shared_by_many;
      if (std::ranges::count(reasons_, weight.second) == 0) add(weight);
      has_one = true;
    }
  }

  void look_at_names() {
    NameLikeness best = NameLikeness::none;
    bool is_main = true;
    for (std::size_t i = 0; i < one_.names.size(); ++i)
      for (std::size_t k = 0; k < other_.names.size(); ++k) {
        const NameLikeness likeness = compare(one_.names[i], other_.names[k]);
        if (likeness <= best) continue;
        best = likeness;
        is_main = i == 0 && k == 0;
      }
    if (best == NameLikeness::none) return;
    const Weight weight = weight_of(best);
    points_ += weight.first;
    reasons_.push_back(std::string(weight.second) + (is_main ? "" : " (another name of theirs)"));
  }

  void look_at_rest() {
    const Partner& one = *one_.partner;
    const Partner& other = *other_.partner;
    if (one.listed_as && other.listed_as && one.listed_as.row() == other.listed_as.row())
      add({60, "same row of the reference data"});
    if (one.country && other.country)
      add(one.country.index() == other.country.index() ? Weight{10, "same country"}
                                                       : Weight{-15, "different countries"});
    if (have_body_in_common(one, other)) add({10, "same affiliation"});
    if (one.gender && other.gender && *one.gender != *other.gender) add({-25, "different genders"});
    if (*one.kind != *other.kind) add({-10, "different kinds"});
  }

  static bool have_body_in_common(const Partner& one, const Partner& other) {
    return std::ranges::any_of(one.affiliations, [&](const model::Affiliation& left) {
      return std::ranges::any_of(other.affiliations, [&](const model::Affiliation& right) {
        return left.body.id() == right.body.id();
      });
    });
  }

  const ComparedPartner& one_;
  const ComparedPartner& other_;
  const std::unordered_map<std::string, std::size_t>& uses_;
  int points_ = 0;
  std::vector<std::string> reasons_;
};

bool says_they_differ(const Partner& one, const Partner& other) {
  return std::ranges::any_of(
      one.not_same, [&](const model::NotSame& each) { return each.partner.id() == other.id(); });
}

}  // namespace

bool are_known_to_differ(const Partner& one, const Partner& other) {
  return says_they_differ(one, other) || says_they_differ(other, one);
}

std::vector<LikelyPair> likely_pairs(const model::Dataset& data, int least) {
  std::vector<ComparedPartner> all;
  std::unordered_map<std::string, std::size_t> uses;
  for (const Partner* partner : data.partners()) {
    all.push_back(compared(*partner));
    std::vector<std::string> keys;
    for (const ComparedContact& contact : all.back().contacts) keys.push_back(contact.key);
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (std::string& key : keys) ++uses[std::move(key)];
  }
  std::vector<LikelyPair> pairs;
  for (const Pair& pair : candidates(all)) {
    const ComparedPartner& one = all[pair.first];
    const ComparedPartner& other = all[pair.second];
    if (are_known_to_differ(*one.partner, *other.partner)) continue;
    LikelyPair scored = PairScore(one, other, uses).pair();
    if (scored.points >= least) pairs.push_back(std::move(scored));
  }
  std::ranges::stable_sort(pairs, [](const LikelyPair& left, const LikelyPair& right) {
    return left.points > right.points;
  });
  return pairs;
}

}  // namespace rapport::app
