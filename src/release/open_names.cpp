#include "release/open_names.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <iterator>

namespace rapport::release {
namespace {

constexpr std::size_t most_open_words = 64;

}  // namespace

void OpenNames::add(std::string_view name) {
  unsegmented_.add(name, 0);
  const names::ScanText parts(name);
  if (parts.size() == 0 || parts.size() > most_open_words) return;
  std::vector<std::string> words;
  std::uint64_t key = 0;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    words.emplace_back(parts.text(at));
    key = base::chain(key, parts[at].hash);
    beginnings_.insert(key);
  }
  names_.try_emplace(key, std::move(words));
}

bool OpenNames::is_any(const names::ScanText& text, std::size_t first, std::size_t last,
                       std::uint64_t key) const {
  const auto known = names_.find(key);
  if (known == names_.end() || known->second.size() != last - first + 1) return false;
  for (std::size_t at = first; at <= last; ++at)
    if (text.text(at) != known->second[at - first]) return false;
  return true;
}

/// The longest one from there on.
void OpenNames::find_at(const names::ScanText& text, std::size_t at,
                        std::vector<names::Match>& open) const {
  const std::size_t end = std::min(text.size(), at + most_open_words);
  std::uint64_t key = 0;
  std::size_t behind = at;
  for (std::size_t last = at; last < end; ++last) {
    key = base::chain(key, text[last].hash);
    if (!beginnings_.contains(key)) break;
    if (is_any(text, at, last, key)) behind = last + 1;
  }
  if (behind != at) open.push_back({0, text[at].start, text[behind - 1].end});
}

void OpenNames::drop_parts(const names::ScanText& text, std::vector<names::Match>& found) const {
  if (found.empty()) return;
  std::vector<names::Match> open;
  unsegmented_.find(text.written(), open);
  for (std::size_t at = 0; !names_.empty() && at < text.size(); ++at) find_at(text, at, open);
  if (open.empty()) return;
  std::ranges::sort(open, {}, &names::Match::start);
  for (std::size_t i = 1; i < open.size(); ++i)
    open[i].end = std::max(open[i].end, open[i - 1].end);
  std::erase_if(found, [&open](const names::Match& hit) {
    const auto behind = std::ranges::upper_bound(open, hit.start, {}, &names::Match::start);
    return behind != open.begin() && std::prev(behind)->end >= hit.end;
  });
}

}  // namespace rapport::release
