#include "rules/engine/names.hpp"

#include "base/hash.hpp"
#include "base/particles.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "release/asides.hpp"
#include "release/gate.hpp"
#include "release/needles.hpp"
#include "release/secrets.hpp"
#include "release/spellings.hpp"
#include "release/unescaped.hpp"
#include "rules/engine/texts.hpp"

#include <algorithm>
#include <array>

namespace rapport::rules {
namespace {

constexpr std::size_t gram = 8;              // bytes that a glued name is known by at first
constexpr std::size_t shortest_within = 10;  // bytes of one that is looked for within a word

std::uint64_t hash_of(std::string_view folded) { return words::hash<false>(folded); }

/// Of two words in either order.
std::uint64_t key_of(std::uint64_t one, std::uint64_t other) {
  return base::chain(std::min(one, other), std::max(one, other));
}
/// One word of a person's name, which is enough behind a title.
std::uint64_t titled_key(std::uint64_t word) { return base::chain(word, 1); }
/// Two words as one.
std::uint64_t glued_key(std::uint64_t word) { return base::chain(word, 2); }
/// A whole name, from its last word on: the next one before.
std::uint64_t whole_key(std::uint64_t behind, std::uint64_t word) {
  return base::chain(behind + 3, word);
}

}  // namespace

struct Names::Gathered {
  std::vector<Key> keys;
  std::vector<std::uint64_t> words;
  std::uint64_t glued_lengths = 0;
  std::size_t most_words = 0;
  bool is_empty = true;
  std::vector<std::pair<std::string, std::uint32_t>> unspaced;
  release::Hay hay;  // in its memory names are read

  std::uint32_t partner = 0;

  void add(std::uint64_t key) { keys.push_back({key, partner}); }
  std::uint64_t word(std::string_view text) {
    words.push_back(hash_of(text));
    return words.back();
  }

  // What each form of a person's name is found by: see each_pair.
  void pair(std::string_view first, std::string_view second, const release::Between&) {
    const std::uint64_t one = word(first);
    const std::uint64_t other = word(second);
    add(key_of(one, other));
    if (const auto part = behind_particle(first); !part.empty()) add(key_of(word(part), other));
    if (const auto part = behind_particle(second); !part.empty()) add(key_of(one, word(part)));
  }
  void initial(std::string_view letter, std::string_view text) {
    add(key_of(word(letter), word(text)));
  }
  void glued(std::string_view one, std::string_view other) {
    std::array<char, release::longest_glued> memory{};
    const std::size_t size = one.size() + other.size();
    if (size > memory.size()) return;
    std::ranges::copy(other, std::ranges::copy(one, memory.begin()).out);
    glue({memory.data(), size});
  }
  void glue(std::string_view text) {
    if (text.size() < release::shortest_glued || text.size() > release::longest_glued) return;
    add(glued_key(hash_of(text)));
    words.push_back(hash_of(text));
    if (text.size() >= shortest_within) words.push_back(hash_of(text.substr(0, gram)));
    glued_lengths |= std::uint64_t{1} << (text.size() - 1);
  }

  /// "sayed" of "elsayed", which may be written apart.
  static std::string_view behind_particle(std::string_view word) {
    for (std::size_t length = 3; length > 1; --length)
      if (word.size() >= length + 3 && base::is_particle(word.substr(0, length)))
        return word.substr(length);
    return {};
  }

  void whole(const release::NameWords& own) {
    if (own.size() == 0) return;
    std::string telling;
    std::uint64_t key = 0;
    for (std::size_t i = own.size(); i > 0; --i) key = whole_key(key, word(hay.text(own[i - 1])));
    for (std::size_t i = 0; i < own.size(); ++i) telling += hay.text(own[i]);
    add(key);
    most_words = std::max(most_words, own.size());
    glue(telling);
    glue(hay.as_one(0, own[own.size() - 1]));
  }

  void name(std::string_view text, bool is_whole) {
    hay.read(text.substr(0, release::longest_name));
    const release::NameWords own(hay);
    if (is_whole || own.is_common()) return whole(own);
    release::each_pair(hay, own, *this);
    for (std::size_t i = 0; i < own.size(); ++i) {
      const std::uint64_t hash = word(hay.text(own[i]));
      if (!hay[own[i]].is_letter && own.size() > 1) add(titled_key(hash));
    }
  }
};

void Names::gather(const model::Partner& partner, Gathered& into) {
  into.partner = partner.head.index;
  into.is_empty = false;
  const bool is_person = release::is_person(partner);
  std::string memory;
  const auto add = [&](const value::Text& text, bool is_whole) {
    if (text.raw().starts_with("sealed:")) return;
    const std::string_view name = said(text, memory);
    const bool is_ascii = base::is_ascii(name);
    if (!is_ascii && release::is_unspaced_name(name))
      into.unspaced.emplace_back(name, into.partner);
    if (is_ascii && !release::may_have_forms(name)) return into.name(name, is_whole);
    for (const std::string& other : release::names_to_read(name, is_person))
      into.name(other, is_whole);
  };
  if (partner.name) add(partner.name, !is_person);
  for (const auto& alias : partner.aliases) add(alias, !is_person);
  for (const auto& alias : partner.alias_alone) add(alias, true);
}

Names::Names(const model::Dataset& data, const base::Pool& pool) : data_(&data) {
  const auto partners = data.partners();
  // Block by block, so that of two people of one name the first id is found, whichever thread came
  // first.
  std::vector<Gathered> gathered(partners.size() / base::Pool::block + 1);
  pool.run(partners.size(), [&](unsigned, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (release::is_protected(*partners[i]))
        gather(*partners[i], gathered[begin / base::Pool::block]);
  });
  for (const auto& part : gathered) {
    is_empty_ = is_empty_ && part.is_empty;
    keys_.insert(keys_.end(), part.keys.begin(), part.keys.end());
    words_.insert(words_.end(), part.words.begin(), part.words.end());
    glued_lengths_ |= part.glued_lengths;
    most_words_ = std::max(most_words_, part.most_words);
    for (const auto& [name, partner] : part.unspaced) unspaced_.add(name, partner);
  }
  index();
}

void Names::index() {
  if (keys_.empty()) return;
  std::size_t slots = 64;
  while (slots < keys_.size() * 2) slots *= 2;
  slots_.assign(slots, 0);
  for (std::uint32_t i = 0; i < keys_.size(); ++i) {
    std::size_t at = keys_[i].key & (slots - 1);
    while (slots_[at] != 0 && keys_[slots_[at] - 1].key != keys_[i].key) at = (at + 1) & (slots - 1);
    if (slots_[at] == 0) slots_[at] = i + 1;
  }
  std::size_t bits = 1024;
  while (bits < words_.size() * 16) bits *= 2;
  seen_.assign(bits / 64, 0);
  for (const std::uint64_t word : words_)
    seen_[word & (seen_.size() - 1)] |= std::uint64_t{1} << (word >> 58);
}

std::uint32_t Names::owner_of(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  while (slots_[at] != 0 && keys_[slots_[at] - 1].key != key) at = (at + 1) & mask;
  return slots_[at] == 0 ? nobody : keys_[slots_[at] - 1].partner;
}

/// Goes through the words of a text, and tells of each form of a name that may begin or end there.
class Names::Scan {
 public:
  Scan(const Names& names, std::string_view text)
      : names_(names), seen_(names.seen_.data()), mask_(names.seen_.size() - 1), text_(text) {}

  /// Calls `visit(partner)`; stops when it answers true.
  template <class Visit>
  bool run(WordSigns& signs, Visit&& visit) {
    return any_word(text_, signs, [&](const SeenWord& word) {
      constexpr std::uint8_t closely = words::tied | words::has_borders;
      if ((word.kind & closely) == 0 && !is_known(word.hash) &&
          (word.text.size() < shortest_within || !may_be_glued(word)))
        return false;
      return look_at(word, visit);
    });
  }

 private:
  static constexpr std::size_t farthest = 512;  // bytes from one to another that go together
  struct Recent {
    std::uint64_t hash = 0;
    std::size_t place = 0;
  };

  template <class Visit>
  bool look_at(const SeenWord& word, Visit&& visit) {
    if (word.text.size() >= shortest_within && any_glued(word, visit)) return true;
    if ((word.kind & words::has_borders) != 0 && any_part(word, visit)) return true;
    if ((word.kind & words::tied) != 0 && any_tied(word, visit)) return true;
    if (word.is_written && word.text.size() == 1 && !is_initial(word)) return false;  // "a"
    return take(word, visit);
  }

  /// "L" of "L. Ejemplo" or "l.ejemplo", not "a".
  bool is_initial(const SeenWord& word) const {
    const char* behind = word.text.data() + 1;
    const bool is_last = behind == text_.data() + text_.size();
    return base::is_upper(word.text[0]) || (!is_last && (*behind == '.' || *behind == '_' || *behind == '-'));
  }

  /// One word: by itself, and with each of those before that it may go with.
  template <class Visit>
  bool take(const SeenWord& word, Visit&& visit) {
    if (word.is_written) place_ = static_cast<std::size_t>(word.text.data() - text_.data());
    if (!is_known(word.hash)) return false;
    if (any_titled(word, visit) || any_whole(word, visit) || offer(glued_key(word.hash), visit))
      return true;
    for (const Recent& other : recent_)
      if (other.hash != 0 && place_ - other.place <= farthest &&
          offer(key_of(other.hash, word.hash), visit))
        return true;
    recent_[next_++ % recent_.size()] = {word.hash, place_};
    return false;
  }
  /// A part of a word, or several as one: folded.
  template <class Visit>
  bool take(std::string_view folded, Visit&& visit) {
    return take(SeenWord{hash_of(folded), folded, false, 0}, visit);
  }

  template <class Visit>
  bool offer(std::uint64_t key, Visit&& visit) const {
    const std::uint32_t owner = names_.owner_of(key);
    return owner != nobody && visit(owner);
  }

  template <class Visit>
  bool any_titled(const SeenWord& word, Visit&& visit) const {
    return offer(titled_key(word.hash), [&](std::uint32_t owner) {
      return (!word.is_written || words::is_titled(text_, place_)) && visit(owner);
    });
  }

  /// A name whose last word this is; particles do not count.
  template <class Visit>
  bool any_whole(const SeenWord& word, Visit&& visit) {
    const bool counts = !base::is_particle(word.text);
    if (counts) of_wholes_[count_++ % of_wholes_.size()] = word.hash;
    const std::size_t last = counts ? count_ - 1 : count_;  // how many are before it
    std::uint64_t key = whole_key(0, word.hash);
    if (offer(key, visit)) return true;
    for (std::size_t words = 1; words < names_.most_words_ && words <= last; ++words) {
      key = whole_key(key, of_wholes_[(last - words) % of_wholes_.size()]);
      if (offer(key, visit)) return true;
    }
    return false;
  }

  /// Whether the first letters of two words as one stand anywhere in the word.
  bool may_be_glued(const SeenWord& word) const {
    const words::Eight mask = word.is_written ? words::lower : 0;
    const char* const last = word.text.data() + word.text.size() - shortest_within;
    for (const char* at = word.text.data(); at <= last; ++at)
      if (is_known(words::hash_of_eight(base::eight::load(at) | mask))) return true;
    return false;
  }

  /// Two words as one, anywhere in the word.
  template <class Visit>
  bool any_glued(const SeenWord& word, Visit&& visit) {
    const std::string lowered = word.is_written ? base::lower_ascii(word.text) : std::string();
    const std::string_view text = word.is_written ? std::string_view(lowered) : word.text;
    for (std::size_t at = 0; at + shortest_within <= text.size(); ++at) {
      if (!is_known(hash_of(text.substr(at, gram)))) continue;
      if (any_glued_at(text.substr(at), visit)) return true;
    }
    return false;
  }
  template <class Visit>
  bool any_glued_at(std::string_view text, Visit&& visit) {
    const std::size_t longest = std::min(text.size(), release::longest_glued);
    for (std::size_t size = shortest_within; size <= longest; ++size) {
      if ((names_.glued_lengths_ >> (size - 1) & 1U) == 0) continue;
      if (offer(glued_key(hash_of(text.substr(0, size))), visit)) return true;
    }
    return false;
  }

  /// "ana1980", "FreeAnaEjemplo": as the words that it may be made of.
  template <class Visit>
  bool any_part(const SeenWord& word, Visit&& visit) {
    const release::Hay parts(word.text);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const auto part = parts.text(i);
      if (part.size() != word.text.size() && take(part, visit)) return true;
      const auto written = word.text.substr(parts[i].start, parts[i].end - parts[i].start);
      if (any_capital(written, visit)) return true;
    }
    return false;
  }
  template <class Visit>
  bool any_capital(std::string_view word, Visit&& visit) {
    std::array<std::size_t, 2> before{};  // where the two parts before begin
    std::size_t start = 0;
    for (std::size_t at = 1; at <= word.size(); ++at) {
      const bool is_border =
          at == word.size() ||
          (base::is_upper(word[at]) &&
           (!base::is_upper(word[at - 1]) || (at + 1 < word.size() && base::is_lower(word[at + 1]))));
      if (!is_border) continue;
      for (const std::size_t from : {start, before[1], before[0]}) {
        if (take(base::lower_ascii(word.substr(from, at - from)), visit)) return true;
      }
      before = {before[1], start};
      start = at;
    }
    return false;
  }

  /// "O'Donnell", "Jean-Luc": as one word with the one before.
  template <class Visit>
  bool any_tied(const SeenWord& word, Visit&& visit) {
    constexpr std::size_t longest = 32;
    const auto end = static_cast<std::size_t>(word.text.data() - text_.data()) - 1;
    std::size_t start = end;
    while (start > 0 && end - start < longest && words::is_word(text_[start - 1])) --start;
    return take(base::lower_ascii(text_.substr(start, end - start)) + base::lower_ascii(word.text), visit);
  }

  /// The same as names_.may_have, for each word of all texts.
  bool is_known(std::uint64_t word) const {
    return (seen_[word & mask_] >> (word >> 58) & 1U) != 0;
  }

  const Names& names_;
  const std::uint64_t* seen_;
  std::uint64_t mask_;
  std::string_view text_;
  std::size_t place_ = 0;  // of the last written word that was taken
  std::array<Recent, 8> recent_{};
  std::size_t next_ = 0;
  std::array<std::uint64_t, release::NameWords::most> of_wholes_{};  // the last ones, in a ring
  std::size_t count_ = 0;
};

template <class Visit>
Names::Suspicion Names::any_candidate(std::string_view text, Visit&& visit) const {
  WordSigns signs;
  const bool is_named = !keys_.empty() && Scan(*this, text).run(signs, visit);
  // Where a name was found the rest was not looked at.
  const bool has_address = (signs.kinds & words::of_address) != 0;
  const bool has_sign = signs.has_digit || has_address || signs.has_other;
  Suspicion suspicion{is_named, is_named || keys_.empty() || has_sign};
  if (is_named || !has_address || text.find('%') == text.npos) return suspicion;
  const release::Reading decoded = release::unescaped(text);  // of a web address
  suspicion.of_name = decoded.text != text && Scan(*this, decoded.text).run(signs, visit);
  return suspicion;
}

Names::Suspicion Names::suspect(std::string_view text) const {
  Suspicion suspicion = any_candidate(text, [](std::uint32_t) { return true; });
  if (!suspicion.of_name && !unspaced_.empty()) suspicion.of_name = unspaced_.any_in(text);
  return suspicion;
}

/// `hits` are in order; what they hold is known.
void Names::find_titled(std::string_view text, std::vector<Hit>& hits) const {
  const std::vector<Hit> named = hits;
  std::size_t next = 0;  // the first of them that begins behind the word
  each_run(text, [&](const FoundWord& word) {
    if (base::is_particle(word.text) || !may_have(word.hash)) return false;
    while (next < named.size() && named[next].start < word.end) ++next;
    const std::uint32_t owner = owner_of(titled_key(word.hash));
    if (owner == nobody || !words::is_titled(text, word.start)) return true;
    constexpr std::size_t most_before = 8;  // of others, who have the same words
    const model::Partner* partner = data_->partners()[owner];
    for (std::size_t i = next; i > 0 && i + most_before > next; --i)
      if (named[i - 1].partner == partner && word.start < named[i - 1].end) return true;
    hits.push_back({partner, word.start, word.end, true});
    return true;
  });
}

std::vector<Names::Hit> Names::find(std::string_view text) const {
  std::vector<std::uint32_t> candidates;
  any_candidate(text, [&](std::uint32_t partner) {
    candidates.push_back(partner);
    return false;
  });
  std::vector<release::Found> unspaced;
  unspaced_.find(text, unspaced);
  for (const auto& found : unspaced) candidates.push_back(found.owner);
  std::ranges::sort(candidates);
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<release::Secret> secrets;
  std::vector<const model::Partner*> owners;
  for (const std::uint32_t candidate : candidates) {
    release::add_names(*data_->partners()[candidate], secrets);
    owners.resize(secrets.size(), data_->partners()[candidate]);
  }
  std::vector<Hit> hits;
  for (const release::Hit& hit : release::Needles(secrets, {}).all_in(text))
    hits.push_back({owners[static_cast<std::size_t>(hit.secret - secrets.data())], hit.start, hit.end});
  find_titled(text, hits);
  std::ranges::stable_sort(hits, {}, &Hit::start);
  return hits;
}

std::vector<std::string> telling_words(const model::Partner& partner) {
  std::vector<std::string> telling;
  const auto add = [&](const value::Text& text) {
    if (text.raw().starts_with("sealed:")) return;
    const std::string folded = base::fold(text.str());
    for (const auto word : base::words(folded))
      if (base::count_points(word) >= 4) telling.emplace_back(word);
  };
  if (partner.name) add(partner.name);
  for (const auto& alias : partner.aliases) add(alias);
  for (const auto& alias : partner.alias_alone) add(alias);
  std::ranges::sort(telling);
  telling.erase(std::unique(telling.begin(), telling.end()), telling.end());
  return telling;
}

}  // namespace rapport::rules
