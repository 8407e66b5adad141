#include "mandate/consent_order.hpp"

#include <algorithm>
#include <functional>
#include <limits>

namespace rapport::mandate {
namespace {

using model::ConsentAct;

/// Most records are written in order.
template <class Items, class Key = std::identity>
void sort_by(Items& items, Key key = {}) {
  if (!std::ranges::is_sorted(items, {}, key)) std::ranges::sort(items, {}, key);
}

/// Acts of one record lie in the order written.
void take_first(const ConsentAct*& mine, const ConsentAct* other) {
  if (mine == nullptr || (other != nullptr && other < mine)) mine = other;
}

bool ends_before(const ConsentAct& a, const ConsentAct& b) {
  return a.until.first() != b.until.first() ? a.until.first() < b.until.first() : &a < &b;
}

void join(Later::Effect& mine, const Later::Effect& other) {
  take_first(mine.end, other.end);
  for (std::size_t i = 0; i < mine.form.size(); ++i) take_first(mine.form[i], other.form[i]);
  if (mine.until == nullptr || (other.until != nullptr && ends_before(*other.until, *mine.until)))
    mine.until = other.until;
}

}  // namespace

void Unsaid::add(const When& when, std::size_t saying, bool gives) {
  Counts one{};
  one[saying] = 1;
  by_first_.push_back({when.first, one});
  by_last_.push_back({when.last, one});
  if (gives) giving_.emplace_back(when.last, when.first);
}

void Unsaid::sum_up(std::vector<At>& acts) {
  sort_by(acts, &At::time);
  for (std::size_t i = acts.size(); i-- > 1;)
    for (std::size_t j = 0; j < sayings; ++j) acts[i - 1].from_here[j] += acts[i].from_here[j];
}

void Unsaid::sort() {
  sum_up(by_first_);
  sum_up(by_last_);
  sort_by(giving_);
  for (std::size_t i = 1; i < giving_.size(); ++i)
    giving_[i].second = std::max(giving_[i].second, giving_[i - 1].second);
}

Unsaid::Counts Unsaid::since(const std::vector<At>& acts, std::int64_t time) {
  const auto first = std::ranges::lower_bound(acts, time, {}, &At::time);
  return first == acts.end() ? Counts{} : first->from_here;
}

Unsaid::Counts Unsaid::holding(const When& renewal) const {
  // Replaced is what ended before the latest beginning of those that surely went before.
  const auto end = std::ranges::lower_bound(giving_, renewal.first, {},
                                            &std::pair<std::int64_t, std::int64_t>::first);
  const std::int64_t replaced =
      end == giving_.begin() ? std::numeric_limits<std::int64_t>::min() : std::prev(end)->second;
  Counts counts = since(by_last_, replaced);
  // What surely came later was not replaced either, and so it is among those.
  const Counts later = since(by_first_, renewal.last + 1);
  for (std::size_t i = 0; i < sayings; ++i) counts[i] -= later[i];
  return counts;
}

void Later::add(const When& when, const ConsentAct& act, bool ends) {
  At at{when.last, {}};
  if (ends) {
    at.from_here.end = &act;
  } else {
    if (act.name_as) at.from_here.form[static_cast<std::size_t>(how(*act.name_as))] = &act;
    if (act.until) at.from_here.until = &act;
  }
  acts_.push_back(at);
}

void Later::sort() {
  sort_by(acts_, &At::last);
  for (std::size_t i = acts_.size(); i-- > 1;) join(acts_[i - 1].from_here, acts_[i].from_here);
}

Later::Effect Later::after(const When& grant) const {
  const auto first = std::ranges::lower_bound(acts_, grant.first, {}, &At::last);
  return first == acts_.end() ? Effect{} : first->from_here;
}

}  // namespace rapport::mandate
