#include "rules/engine/order.hpp"

#include <algorithm>
#include <string_view>

namespace rapport::rules {
namespace {

using value::Finding;

bool is_before(const value::FindingNote& a, const value::FindingNote& b) {
  const auto path = [](const value::FindingNote& note) {
    return note.place.source == nullptr ? std::string_view{} : note.place.source->path;
  };
  if (path(a) != path(b)) return path(a) < path(b);
  return a.place.offset != b.place.offset ? a.place.offset < b.place.offset : a.text < b.text;
}

bool in_order(const Finding& a, const Finding& b) {
  if (a.path != b.path) return a.path < b.path;
  if (a.place.offset != b.place.offset) return a.place.offset < b.place.offset;
  if (a.rule != b.rule) return a.rule < b.rule;
  if (a.message != b.message) return a.message < b.message;
  // Records are looked at in the order they lie in on this disk, which must not show.
  if (std::ranges::lexicographical_compare(a.notes, b.notes, is_before)) return true;
  if (std::ranges::lexicographical_compare(b.notes, a.notes, is_before)) return false;
  return a.help < b.help;
}

bool is_same(const value::FindingNote& one, const value::FindingNote& other) {
  return one.place.source == other.place.source && one.place.offset == other.place.offset &&
         one.text == other.text;
}

/// A case of two letters is looked at twice, and what is wrong in it said once, with both letters
/// noted. The findings are in order.
void merge(std::vector<Finding>& all) {
  const auto merged = [](Finding& kept, Finding& next) {
    if (kept.rule != next.rule || kept.path != next.path ||
        kept.place.offset != next.place.offset || kept.message != next.message)
      return false;
    for (auto& note : next.notes)
      if (std::ranges::none_of(kept.notes, [&](const auto& own) { return is_same(own, note); }))
        kept.notes.push_back(std::move(note));
    return true;
  };
  std::size_t kept = 0;
  for (std::size_t i = 1; i < all.size(); ++i)
    if (!merged(all[kept], all[i]) && ++kept != i) all[kept] = std::move(all[i]);
  if (!all.empty()) all.erase(all.begin() + static_cast<std::ptrdiff_t>(kept) + 1, all.end());
}

}  // namespace

void put_in_order(std::vector<Finding>& findings) {
  std::ranges::stable_sort(findings, in_order);
  merge(findings);
}

}  // namespace rapport::rules
