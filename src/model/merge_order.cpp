#include "model/merge_order.hpp"

#include "model/align.hpp"
#include "model/changes.hpp"
#include "model/consent.hpp"
#include "model/merge.hpp"
#include "model/record_path.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <optional>

namespace rapport::model {
namespace {

using value::Field;
using value::Type;
using yaml::Value;
using Matched = std::vector<std::optional<std::size_t>>;

class OrderMerger {
 public:
  OrderMerger(const Value& base, const Value& ours, const Value& theirs, const Type* element)
      : element_(element), base_(base), ours_(ours), theirs_(theirs) {}

  MergedOrder run() {
    Matched of_ours = align(base_, ours_, element_);
    Matched of_theirs = align(base_, theirs_, element_);
    const bool ours_moved = has_moved(of_ours);
    const bool theirs_moved = has_moved(of_theirs);
    is_ours_first_ = ours_moved || !theirs_moved;
    pair(of_ours, of_theirs);
    MergedOrder merged;
    for (const Line& line : put_together(is_ours_first_)) merged.items.push_back(items_of(line));
    merged.is_disputed = ours_moved && theirs_moved && common(true) != common(false);
    return merged;
  }

 private:
  /// An item by its number in each version.
  struct Line {
    std::optional<std::size_t> base = {};
    std::optional<std::size_t> ours = {};
    std::optional<std::size_t> theirs = {};
  };

  static bool has_moved(const Matched& of_base) {
    return std::ranges::count(moved_items(of_base), true) != 0;
  }

  void pair(const Matched& of_ours, const Matched& of_theirs) {
    std::vector<Line> of_base(base_.children.size());
    for (std::size_t i = 0; i < of_ours.size(); ++i)
      if (of_ours[i]) of_base[*of_ours[i]].ours = i;
    for (std::size_t i = 0; i < of_theirs.size(); ++i)
      if (of_theirs[i]) of_base[*of_theirs[i]].theirs = i;
    for (std::size_t i = 0; i < of_base.size(); ++i) of_base[i].base = i;
    in_ours_.resize(of_ours.size());
    in_theirs_.resize(of_theirs.size());
    for (std::size_t i = 0; i < of_ours.size(); ++i)
      in_ours_[i] = of_ours[i] ? of_base[*of_ours[i]] : Line{.ours = i};
    for (std::size_t i = 0; i < of_theirs.size(); ++i)
      in_theirs_[i] = of_theirs[i] ? of_base[*of_theirs[i]] : Line{.theirs = i};
    for (Line& mine : in_ours_)
      if (!mine.base) pair_added(mine);
  }

  /// First with one that says the same, then with one of the same identity.
  void pair_added(Line& mine) {
    const Value& item = ours_.children[*mine.ours];
    for (const bool is_same_only : {true, false})
      for (Line& other : in_theirs_) {
        if (other.base || other.ours) continue;
        const Value& added = theirs_.children[*other.theirs];
        if (!(is_same_only ? says_same(item, added) : is_one(item, added))) continue;
        mine.theirs = other.theirs;
        other.ours = mine.ours;
        return;
      }
  }

  bool is_one(const Value& left, const Value& right) const {
    const auto identity = identity_of(left, element_);
    if (identity.empty() || identity != identity_of(right, element_)) return false;
    const Field* const name = item_name(*element_);
    return name->name == "key" || name->meta.naming == value::Naming::single ||
           are_compatible(left, right);
  }

  /// All lines of one version, and the others behind what they are behind in theirs.
  std::vector<Line> put_together(bool is_ours_first) const {
    std::vector<Line> lines = is_ours_first ? in_ours_ : in_theirs_;
    const auto& others = is_ours_first ? in_theirs_ : in_ours_;
    const auto number = is_ours_first ? &Line::theirs : &Line::ours;
    for (std::size_t i = 0; i < others.size(); ++i) {
      if (is_ours_first ? others[i].ours.has_value() : others[i].theirs.has_value()) continue;
      auto place = lines.begin();
      if (i > 0) place = std::next(std::ranges::find(lines, others[i - 1].*number, number));
      // Behind what ours added at the same place; before it where theirs leads.
      while (is_ours_first && place != lines.end() && !place->base && !place->theirs) ++place;
      lines.insert(place, others[i]);
    }
    return lines;
  }

  /// The items of the base that both versions still have, in the order of one of them.
  std::vector<std::size_t> common(bool of_ours) const {
    std::vector<std::size_t> numbers;
    for (const Line& line : of_ours ? in_ours_ : in_theirs_)
      if (line.base && line.ours && line.theirs) numbers.push_back(*line.base);
    return numbers;
  }

  ThreeItems items_of(const Line& line) const {
    ThreeItems items;
    if (line.base) items.base = &base_.children[*line.base];
    if (line.ours) items.ours = &ours_.children[*line.ours];
    if (line.theirs) items.theirs = &theirs_.children[*line.theirs];
    return items;
  }

  const Type* element_;
  const Value& base_;
  const Value& ours_;
  const Value& theirs_;
  bool is_ours_first_ = true;
  std::vector<Line> in_ours_;
  std::vector<Line> in_theirs_;
};

std::string_view word_of(const Value& act, std::string_view key) {
  const Value* const value = find_child(act, key);
  return value == nullptr ? std::string_view() : std::string_view(value->text);
}

bool gives_consent(const ThreeItems& item) {
  const auto act = word_of(item.ours != nullptr ? *item.ours : *item.theirs, "act");
  return act == value::word(Act::given) || act == value::word(Act::renewed);
}

/// A day that is not known to the day may be any.
bool may_be_of_one_day(const Value& left, const Value& right) {
  constexpr std::size_t length_of_day = 10;
  const auto one = word_of(left, "on");
  const auto other = word_of(right, "on");
  return one == other || one.size() != length_of_day || other.size() != length_of_day;
}

}  // namespace

void put_endings_last(std::vector<ThreeItems>& acts) {
  std::vector<std::size_t> places;
  std::deque<ThreeItems> ours;
  std::deque<ThreeItems> theirs;
  for (std::size_t i = 0; i < acts.size(); ++i) {
    if (acts[i].base != nullptr || (acts[i].ours == nullptr) == (acts[i].theirs == nullptr))
      continue;
    places.push_back(i);
    (acts[i].ours != nullptr ? ours : theirs).push_back(acts[i]);
  }
  const auto would_outlive = [&ours](const ThreeItems& act) {
    return gives_consent(act) && may_be_of_one_day(*act.theirs, *ours.front().ours);
  };
  for (const std::size_t place : places) {
    const bool is_theirs = ours.empty() || (!gives_consent(ours.front()) &&
                                            std::ranges::any_of(theirs, would_outlive));
    std::deque<ThreeItems>& from = is_theirs ? theirs : ours;
    acts[place] = from.front();
    from.pop_front();
  }
}

MergedOrder merge_order(const Value* base, const Value* ours, const Value* theirs,
                        const Type* element) {
  static const Value nothing{.kind = yaml::Kind::list};
  const auto or_nothing = [](const Value* list) -> const Value& {
    return list == nullptr ? nothing : *list;
  };
  return OrderMerger(or_nothing(base), or_nothing(ours), or_nothing(theirs), element).run();
}

}  // namespace rapport::model
