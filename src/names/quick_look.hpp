// The quick look at a text: which names may stand in it. It finds all that the matcher finds, and
// more, since it does not ask what stands between two words.
#pragma once

#include "base/particles.hpp"
#include "base/text.hpp"
#include "names/name_keys.hpp"
#include "names/policy.hpp"
#include "names/record_names.hpp"
#include "names/scan_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace rapport::names {

template <class Visit>
bool RecordNames::any_owner(std::uint64_t key, Visit&& visit) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  while (slots_[at] != 0 && keys_[slots_[at] - 1].key != key) at = (at + 1) & mask;
  for (std::uint32_t owner = slots_[at]; owner != 0; owner = keys_[owner - 1].next)
    if (visit(keys_[owner - 1].partner)) return true;
  return false;
}

/// Goes through the words of a text, and tells of each form of a name that may begin or end there.
class RecordNames::QuickLook {
 public:
  QuickLook(const RecordNames& names, std::string_view text) : names_(names), text_(text) {}

  /// Calls `visit(partner)`, with `nobody` for one word behind a title, which may be that of many;
  /// stops when it answers true.
  template <class Visit>
  bool run(Visit&& visit) {
    return any_word(text_, [&](const QuickWord& word) {
      if ((word.kind & closely) == 0 && !is_known(word.hash) &&
          (word.text.size() < name_keys::shortest_within || !may_be_one_word(word.text)))
        return false;
      return look_at(word, visit);
    });
  }

 private:
  static constexpr std::uint8_t closely = words::tied | words::has_borders;

  /// The last words that may be of names.
  struct Row {
    std::array<std::uint64_t, NameWords::most> words{};  // a ring
    std::size_t count = 0;

    void add(std::uint64_t word) { words[count++ % words.size()] = word; }
    /// The one so many before the last.
    std::uint64_t back(std::size_t steps) const {
      return words[(count - 1 - steps) % words.size()];
    }
  };

  template <class Visit>
  bool look_at(const QuickWord& word, Visit&& visit) {
    if ((word.kind & closely) != 0 && word.run.data() != looked_at_) {
      looked_at_ = word.run.data();
      if (any_in_run(word, visit)) return true;
    }
    if (!word.is_written) return false;  // the run was
    if (word.text.size() >= name_keys::shortest_within &&
        any_one_word(base::lower_ascii(word.text), name_keys::shortest_within, visit))
      return true;
    const char* const end = text_.data() + text_.size();
    const char* const behind = word.text.data() + word.text.size();
    if (word.text.size() == 1 && !is_initial(word.text[0], behind == end ? '\0' : *behind))
      return false;  // "a"
    return take(word.hash, word.text, word.run, behind != end && *behind == '\'', visit);
  }

  /// "L" of "L. Ejemplo" or "l.ejemplo", not "a".
  static bool is_initial(char letter, char behind) {
    return base::is_upper(letter) || behind == '.' || behind == '_' || behind == '-';
  }

  /// One word of `run`, or several as one, folded or not: by itself, and with each of those before
  /// that it may go with. `is_tied`: the next one is behind an apostrophe.
  template <class Visit>
  bool take(std::uint64_t hash, std::string_view word, std::string_view run, bool is_tied,
            Visit&& visit) {
    if (!is_known(hash)) return false;
    const auto start = static_cast<std::size_t>(run.data() - text_.data());
    const bool may_be_titled = offer(name_keys::titled(hash), [](std::uint32_t) { return true; });
    if (may_be_titled && words::is_titled(text_, start) && visit(nobody)) return true;
    if (offer(name_keys::one_word(hash), visit)) return true;
    if (any_whole(all_, names_.most_with_particles_, hash, visit)) return true;
    const bool tells = !base::is_particle(word) && !is_tied;
    if (tells && any_whole(telling_, names_.most_words_, hash, visit)) return true;
    for (const std::uint64_t other : recent_.words)
      if (other != 0 && offer(name_keys::pair(other, hash), visit)) return true;
    recent_.add(hash);
    return false;
  }
  template <class Visit>
  bool take(std::string_view folded, std::string_view run, bool is_tied, Visit&& visit) {
    return take(name_keys::hash_of(folded), folded, run, is_tied, visit);
  }

  template <class Visit>
  bool offer(std::uint64_t key, Visit&& visit) const {
    return names_.any_owner(key, visit);
  }

  /// A name whose last word this is.
  template <class Visit>
  bool any_whole(Row& row, std::size_t longest, std::uint64_t hash, Visit&& visit) {
    row.add(hash);
    std::uint64_t key = 0;
    const std::size_t most = std::min({row.count, row.words.size(), longest});
    for (std::size_t words = 0; words < most; ++words) {
      key = name_keys::whole(key, row.back(words));
      if (offer(key, visit)) return true;
    }
    return false;
  }

  /// Whether the first letters of two words as one stand anywhere in the word, which is ASCII.
  bool may_be_one_word(std::string_view word) const {
    const char* const last = word.data() + word.size() - name_keys::shortest_within;
    for (const char* at = word.data(); at <= last; ++at)
      if (is_known(words::hash_of_eight(base::swar::load(at) | words::lower))) return true;
    return false;
  }

  /// Two words as one, anywhere in the word.
  template <class Visit>
  bool any_one_word(std::string_view folded, std::size_t shortest, Visit&& visit) {
    const std::size_t length =
        shortest < name_keys::shortest_within ? shortest_one_word : name_keys::gram;
    for (std::size_t at = 0; at + shortest <= folded.size(); ++at) {
      if (!is_known(name_keys::hash_of(folded.substr(at, length)))) continue;
      if (any_one_word_at(folded.substr(at), shortest, visit)) return true;
    }
    return false;
  }
  template <class Visit>
  bool any_one_word_at(std::string_view text, std::size_t shortest, Visit&& visit) {
    const std::size_t longest = std::min(text.size(), longest_one_word);
    for (std::size_t size = shortest; size <= longest; ++size) {
      if ((names_.one_word_lengths_ >> (size - 1) & 1U) == 0) continue;
      if (offer(name_keys::one_word(name_keys::hash_of(text.substr(0, size))), visit)) return true;
    }
    return false;
  }

  /// "ana1980", "FreeAnaEjemplo", "Pérez-Ríos": as the words that it may be made of, and as one
  /// with those before it.
  template <class Visit>
  bool any_in_run(const QuickWord& word, Visit&& visit) {
    const auto start = static_cast<std::size_t>(word.run.data() - text_.data());
    const std::size_t from = (word.kind & words::tied) != 0 ? before(start) : start;
    near_.read(text_.substr(from, start + word.run.size() - from));
    for (std::size_t at = 0; at < near_.size(); ++at) {
      if (near_[at].start < start - from) continue;
      for (std::size_t first = near_.first_of_one(at); first < at; ++first)
        if (take(near_.as_one(first, at), word.run, false, visit)) return true;
      const std::string_view part = near_.text(at);
      if (any_one_word(part, shortest_one_word, visit)) return true;
      const bool is_all = word.is_written && part.size() == word.text.size();
      const bool is_tied = at + 1 < near_.size() && near_[at + 1].gap == Gap::apostrophe;
      if (!is_all && take(part, word.run, is_tied, visit)) return true;
    }
    return false;
  }

  /// Where the two words begin that may be as one with what begins at `start`.
  std::size_t before(std::size_t start) const {
    constexpr std::size_t most = 2;
    constexpr std::size_t most_bytes = 128;
    const std::size_t least = start > most_bytes ? start - most_bytes : 0;
    for (std::size_t words = 0; words < most; ++words) {
      while (start > least && !words::is_word(text_[start - 1])) --start;
      while (start > least && words::is_word(text_[start - 1])) --start;
    }
    return start;
  }

  bool is_known(std::uint64_t word) const { return names_.words_.may_have(word); }

  const RecordNames& names_;
  std::string_view text_;
  const char* looked_at_ = nullptr;  // the last run that was looked at closely
  ScanText near_;                    // in its memory runs are read
  Row recent_;
  Row telling_;  // without particles
  Row all_;
};

}  // namespace rapport::names
