#include "names/secret_matcher.hpp"

#include "names/readings.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace rapport::names {

SecretMatcher::SecretMatcher(std::span<const Secret> secrets, DropAllowed drop_allowed)
    : secrets_(secrets), drop_allowed_(std::move(drop_allowed)) {
  for (std::uint32_t i = 0; i < secrets.size(); ++i) add(secrets[i], i);
}

void SecretMatcher::add(const Secret& secret, std::uint32_t owner) {
  const bool is_whole_number = is_number(secret.text);
  if (secret.kind == Secret::Kind::address || is_whole_number) numbers_.add(secret.text, owner);
  if (is_whole_number) return;
  if (secret.kind == Secret::Kind::address) return addresses_.add(secret.text, owner);
  unsegmented_.add(secret.text, owner);
  const bool is_person = secret.kind == Secret::Kind::name;
  for (const std::string& name : names_to_read(secret.text, is_person)) {
    const ScanText parts(name);
    const NameWords words(parts);
    if (is_person && !words.is_common()) {
      persons_.add(parts, words, owner);
      one_word_.add_person(parts, words, owner);
    } else if (!is_person || words.size() > 1) {
      phrases_.add(parts, words, owner);
      one_word_.add_whole(parts, words, owner);
    }
  }
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

std::vector<Hit> SecretMatcher::all_in(std::string_view text) const {
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
