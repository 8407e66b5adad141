#include "release/needles.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "release/readings.hpp"

#include <algorithm>

namespace rapport::release {
namespace {

constexpr std::size_t longest_open_text = 64;  // words; a longer one opens nothing

bool stands_at(const Hay& text, std::size_t at, const std::vector<std::string>& words) {
  if (at + words.size() > text.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (text.text(at + i) != words[i]) return false;
  return true;
}

/// Takes out of `found` what lies wholly within one of `open`.
void drop_open(std::vector<Found>& found, std::vector<Found>& open) {
  if (open.empty()) return;
  std::ranges::sort(open, {}, &Found::start);
  for (std::size_t i = 1; i < open.size(); ++i) open[i].end = std::max(open[i].end, open[i - 1].end);
  std::erase_if(found, [&open](const Found& hit) {
    const auto behind = std::ranges::upper_bound(open, hit.start, {}, &Found::start);
    return behind != open.begin() && std::prev(behind)->end >= hit.end;
  });
}

}  // namespace

Needles::Needles(std::span<const Secret> secrets, std::span<const std::string> open)
    : secrets_(secrets) {
  for (std::uint32_t i = 0; i < secrets.size(); ++i) add(secrets[i], i);
  for (const std::string& text : open) add_open(text);
}

void Needles::add(const Secret& secret, std::uint32_t owner) {
  const bool is_whole_number = is_number(secret.text);
  if (secret.kind == Secret::Kind::address || is_whole_number) numbers_.add(secret.text, owner);
  if (is_whole_number) return;
  if (secret.kind == Secret::Kind::address) return addresses_.add(secret.text, owner);
  unspaced_.add(secret.text, owner);
  const bool is_person = secret.kind == Secret::Kind::name;
  for (const std::string& name : names_to_read(secret.text, is_person)) {
    const Hay hay(name);
    const NameWords words(hay);
    if (is_person && !words.is_common()) {
      persons_.add(hay, words, owner);
      glued_.add_person(hay, words, owner);
    } else if (!is_person || words.size() > 1) {
      phrases_.add(hay, words, owner);
      glued_.add_whole(hay, words, owner);
    }
  }
}

void Needles::add_open(std::string_view text) {
  open_unspaced_.add(text, 0);
  const Hay hay(text);
  if (hay.size() == 0 || hay.size() > longest_open_text) return;
  std::vector<std::string> words;
  for (std::size_t i = 0; i < hay.size(); ++i) words.emplace_back(hay.text(i));
  longest_open_ = std::max(longest_open_, words.size());
  open_[hay[0].hash].push_back(std::move(words));
}

/// It lies wholly within a text that may be shown.
bool Needles::is_open(const Hay& text, const Found& found) const {
  const auto& words = text.words();
  const auto ends_behind = [](std::size_t start, const HayWord& word) { return start < word.end; };
  const auto begins_behind = [](const HayWord& word, std::size_t end) { return word.start < end; };
  const auto first = static_cast<std::size_t>(
      std::upper_bound(words.begin(), words.end(), found.start, ends_behind) - words.begin());
  const auto last = static_cast<std::size_t>(
      std::lower_bound(words.begin(), words.end(), found.end, begins_behind) - words.begin());
  for (std::size_t at = last > longest_open_ ? last - longest_open_ : 0; at <= first; ++at) {
    if (at >= words.size()) break;
    const auto known = open_.find(words[at].hash);
    if (known == open_.end()) continue;
    for (const auto& open : known->second)
      if (at + open.size() >= last && stands_at(text, at, open)) return true;
  }
  return false;
}

std::vector<Found> Needles::found_in(const Hay& text) const {
  std::vector<Found> found;
  unspaced_.find(text.written(), found);
  std::vector<Found> open;
  if (!found.empty()) open_unspaced_.find(text.written(), open);
  drop_open(found, open);
  std::vector<Found> words;
  persons_.find(text, words);
  phrases_.find(text, words);
  glued_.find(text, words);
  for (const Found& hit : words)
    if (open_.empty() || !is_open(text, hit)) found.push_back(hit);
  // What reaches somebody is nobody else's, whatever else is written so.
  numbers_.find(text.written(), found);
  addresses_.find(text, found);
  return found;
}

std::vector<Hit> Needles::all_in(std::string_view text) const {
  std::vector<Found> found;
  each_reading(text, [&](std::string_view reading, const Place& place) {
    for (const Found& hit : found_in(Hay(reading)))
      found.push_back({hit.owner, place(hit.start), place(hit.end)});
    return false;
  });
  std::ranges::sort(found, [](const Found& one, const Found& other) {
    if (one.start != other.start) return one.start < other.start;
    return one.end != other.end ? one.end > other.end : one.owner < other.owner;
  });
  std::vector<Hit> hits;
  std::unordered_map<std::string_view, std::size_t> last;  // of a record, in `hits`
  for (const Found& hit : found) {
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

Hit Needles::find(std::string_view text) const {
  Hit first;
  each_reading(text, [&](std::string_view reading, const Place& place) {
    const auto found = found_in(Hay(reading));
    if (found.empty()) return false;
    const auto earliest = std::ranges::min_element(found, {}, &Found::start);
    first = {&secrets_[earliest->owner], place(earliest->start), place(earliest->end)};
    return true;
  });
  return first;
}

}  // namespace rapport::release
