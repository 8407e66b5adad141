#include "names/secret_matcher.hpp"

#include "names/policy.hpp"
#include "names/readings.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace rapport::names {

SecretMatcher::SecretMatcher(std::span<const Secret> secrets, DropAllowed drop_allowed)
    : secrets_(secrets), drop_allowed_(std::move(drop_allowed)) {
  for (std::uint32_t i = 0; i < secrets.size(); ++i) add(secrets[i], i);
}

/// Puts each form of a name where it is looked for.
struct SecretMatcher::NameSink {
  SecretMatcher& into;
  std::uint32_t owner;

  void unsegmented(std::string_view name) { into.unsegmented_.add(name, owner); }
  void pair(std::string_view first, std::string_view second, const Between& between,
            const NameWords& words) {
    into.persons_.add_pair(first, second, between, words, owner);
  }
  void initial(std::string_view letter, std::string_view word, const NameWords& words) {
    into.persons_.add_initial(letter, word, words, owner);
  }
  void whole(const ScanText& name, const NameWords& words) {
    into.phrases_.add(name, words, owner);
  }
  void one_word(std::string_view text, std::size_t joint) {
    into.one_word_.add(text, joint, owner);
  }
};

void SecretMatcher::add(const Secret& secret, std::uint32_t owner) {
  const bool is_whole_number = is_number(secret.text);
  if (secret.kind == Secret::Kind::address || is_whole_number) numbers_.add(secret.text, owner);
  if (is_whole_number) return;
  if (secret.kind == Secret::Kind::address) return addresses_.add(secret.text, owner);
  ScanText memory;
  each_name_form(secret.text, secret.kind == Secret::Kind::name, memory, NameSink{*this, owner});
}

std::vector<Match> SecretMatcher::matches_in(const ScanText& text) const {
  std::vector<Match> found;
  unsegmented_.find(text.written(), found);
  persons_.find(text, found);
  phrases_.find(text, found);
  one_word_.find(text, found);
  if (drop_allowed_ && !found.empty()) drop_allowed_(text, found);
  numbers_.find(text.written(), found);
  addresses_.find(text, found);
  return found;
}

std::vector<Hit> SecretMatcher::all_in(std::string_view text, Blanks blanks) const {
  if (blanks == Blanks::are_one)
    if (const Reading single = with_single_blanks(text); !single.text.empty()) {
      auto hits = all_in(single.text);
      const auto place = [&](std::size_t at) {
        return at < single.from.size() ? std::size_t{single.from[at]} : text.size();
      };
      for (Hit& hit : hits) {
        hit.start = place(hit.start);
        hit.end = place(hit.end);
      }
      return hits;
    }
  std::vector<Match> found;
  each_reading(text, [&](std::string_view reading, const Origin& place) {
    for (const Match& hit : matches_in(ScanText(reading)))
      found.push_back({hit.owner, place(hit.start), place(hit.end)});
    return false;
  });
  std::ranges::sort(found, [](const Match& one, const Match& other) {
    if (one.start != other.start) return one.start < other.start;
    return one.end != other.end ? one.end > other.end : one.owner < other.owner;
  });
  std::vector<Hit> hits;
  std::unordered_map<std::string_view, std::size_t> last;  // of a record, in `hits`
  for (const Match& hit : found) {
    const Secret* secret = &secrets_[hit.owner];
    const auto [known, is_new] = last.try_emplace(secret->record, hits.size());
    if (!is_new && hit.start < hits[known->second].end) {
      hits[known->second].end = std::max(hits[known->second].end, hit.end);
      continue;
    }
    known->second = hits.size();
    hits.push_back({secret, hit.start, hit.end});
  }
  return hits;
}

Hit SecretMatcher::find(std::string_view text) const {
  Hit first;
  each_reading(text, [&](std::string_view reading, const Origin& place) {
    const auto found = matches_in(ScanText(reading));
    if (found.empty()) return false;
    const auto earliest = std::ranges::min_element(found, {}, &Match::start);
    first = {&secrets_[earliest->owner], place(earliest->start), place(earliest->end)};
    return true;
  });
  return first;
}

}  // namespace rapport::names
