#include "release/needles.hpp"

#include "release/readings.hpp"

#include <algorithm>

namespace rapport::release {
Needles::Needles(std::span<const Secret> secrets, std::span<const std::string> open)
    : secrets_(secrets) {
  for (std::uint32_t i = 0; i < secrets.size(); ++i) add(secrets[i], i);
  for (const std::string& text : open) open_.add(text);
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

std::vector<Found> Needles::found_in(const Hay& text) const {
  std::vector<Found> found;
  unspaced_.find(text.written(), found);
  persons_.find(text, found);
  phrases_.find(text, found);
  glued_.find(text, found);
  open_.drop_parts(text, found);
  // What reaches somebody is nobody else's, whatever else is written so.
  numbers_.find(text.written(), found);
  addresses_.find(text, found);
  return found;
}

std::vector<Hit> Needles::all_in(std::string_view text) const {
  std::vector<Found> found;
  each_reading(text, [&](std::string_view reading, const Origin& place) {
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
  each_reading(text, [&](std::string_view reading, const Origin& place) {
    const auto found = found_in(Hay(reading));
    if (found.empty()) return false;
    const auto earliest = std::ranges::min_element(found, {}, &Found::start);
    first = {&secrets_[earliest->owner], place(earliest->start), place(earliest->end)};
    return true;
  });
  return first;
}

}  // namespace rapport::release
