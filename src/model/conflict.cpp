#include "model/conflict.hpp"

#include "base/text.hpp"
#include "model/changes.hpp"
#include "model/record_path.hpp"
#include "yaml/layout.hpp"
#include "yaml/meant.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace rapport::model {
namespace {

using value::Type;
using yaml::Kind;
using yaml::Path;
using yaml::Value;
using TextLines = std::vector<std::string_view>;

/// With their line ends.
TextLines whole_lines(std::string_view text) {
  TextLines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::size_t same_head(const TextLines& left, const TextLines& right) {
  const auto [end, other] = std::ranges::mismatch(left, right);
  return static_cast<std::size_t>(end - left.begin());
}

std::size_t same_tail(const TextLines& left, const TextLines& right) {
  const auto [end, other] = std::mismatch(left.rbegin(), left.rend(), right.rbegin(), right.rend());
  return static_cast<std::size_t>(end - left.rbegin());
}

bool goes_before(const Path& left, const Path& right) {
  return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end(),
                                      [](const yaml::Step& a, const yaml::Step& b) {
                                        return std::tie(a.key, a.item) < std::tie(b.key, b.item);
                                      });
}

/// Lines of the text, by number, and both versions of them.
struct Region {
  std::vector<const Choice*> choices;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string ours = {};
  std::string theirs = {};

  bool touches(const Region& other) const {
    return begin < other.end || (begin == other.begin && end == other.end);
  }
};

class ConflictMarker {
 public:
  ConflictMarker(std::string_view text, const ConflictStyle& style, const Type& record)
      : text_(text), lines_(whole_lines(text)), style_(style), record_(record) {
    yaml::parse(text_, tree_);
    value_ = yaml::value_of(text_, tree_);
  }

  base::Result<std::string> run(std::span<const Choice> choices) {
    std::vector<Region> regions;
    for (const Choice& choice : choices) {
      auto added = region({&choice});
      if (!added) return added.failure();
      regions.push_back(std::move(*added));
    }
    if (auto joined = join(regions); !joined) return joined.failure();
    return write(regions);
  }

 private:
  /// Those that share lines become one, until none do.
  base::Done join(std::vector<Region>& regions) {
    for (;;) {
      std::ranges::sort(regions, [](const Region& left, const Region& right) {
        return std::pair(left.begin, left.end) < std::pair(right.begin, right.end);
      });
      const auto twin = std::ranges::adjacent_find(
          regions, [](const Region& above, const Region& below) { return below.touches(above); });
      if (twin == regions.end()) return base::done();
      auto choices = twin->choices;
      const auto& more = std::next(twin)->choices;
      choices.insert(choices.end(), more.begin(), more.end());
      auto both = region(std::move(choices));
      if (!both) return both.failure();
      *twin = std::move(*both);
      regions.erase(std::next(twin));
    }
  }

  base::Result<Region> region(std::vector<const Choice*> choices) {
    // From the last to the first, so that no item is at another place when its turn comes.
    std::ranges::sort(choices, [](const Choice* left, const Choice* right) {
      return goes_before(right->at, left->at);
    });
    const auto ours = version(choices, true);
    if (!ours) return ours.failure();
    const auto theirs = version(choices, false);
    if (!theirs) return theirs.failure();
    const TextLines mine = whole_lines(*ours);
    const TextLines others = whole_lines(*theirs);
    const std::size_t head = std::min(same_head(lines_, mine), same_head(lines_, others));
    const std::size_t tail = std::min(same_tail(lines_, mine), same_tail(lines_, others));
    const std::size_t least = std::min({lines_.size(), mine.size(), others.size()});
    Region found{.choices = choices, .begin = head};
    found.end = lines_.size() - std::min(tail, least - head);
    for (const Choice* choice : choices) widen(found, choice->at);
    found.ours = cut(mine, found);
    found.theirs = cut(others, found);
    return found;
  }

  base::Result<std::string> version(const std::vector<const Choice*>& choices, bool is_ours) const {
    Value meant = value_;
    for (const Choice* choice : choices) meant = choose_side(std::move(meant), *choice, is_ours);
    return yaml::patch(text_, operations(value_, meant, record_), table_order(record_));
  }

  /// To all lines of the entry or item, unless it is a long text.
  void widen(Region& region, const Path& at) const {
    yaml::Spot spot;
    for (const yaml::Step& part : at) {
      const auto next = layout_.child(spot, part);
      if (!next) return;
      if (next->in_flow) break;
      spot = *next;
    }
    const yaml::Node& node = tree_.nodes[spot.node];
    const bool is_text = node.style == yaml::Style::literal || node.style == yaml::Style::folded;
    if (spot.node == 0 || is_text) return;
    region.begin = std::min(region.begin, line_of(layout_.start(spot)));
    region.end = std::max(region.end, line_of(layout_.end(spot)));
  }

  /// The number of lines that begin at `at` or before it, less one; at the end, their number.
  std::size_t line_of(std::size_t at) const {
    const auto above =
        std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    const bool is_cut_off = at == text_.size() && !text_.ends_with('\n');
    return static_cast<std::size_t>(above) + (is_cut_off ? 1 : 0);
  }

  /// The lines of a version that are in the region: it is the same above and below.
  std::string cut(const TextLines& version, const Region& region) const {
    const std::size_t below = lines_.size() - region.end;
    std::string out;
    for (std::size_t i = region.begin; i + below < version.size(); ++i) out += version[i];
    return out;
  }

  std::string write(const std::vector<Region>& regions) const {
    std::string out;
    std::size_t at = 0;
    for (const Region& region : regions) {
      for (; at < region.begin; ++at) out += lines_[at];
      at = region.end;
      const std::string names = names_of(region);
      put_marker(out, '<', std::string(style_.ours_label) + ": " + names);
      out += region.ours;
      put_marker(out, '=', {});
      out += region.theirs;
      put_marker(out, '>', std::string(style_.theirs_label) + ": " + names);
    }
    for (; at < lines_.size(); ++at) out += lines_[at];
    return out;
  }

  std::string names_of(const Region& region) const {
    std::vector<std::string> names;
    for (const Choice* choice : region.choices)
      names.push_back(
          spell(choice->at, record_, choose_side(value_, *choice, choice->ours.has_value())));
    std::ranges::reverse(names);
    return base::join(names, ", ");
  }

  void put_marker(std::string& out, char mark, const std::string& label) const {
    const std::string end = text_.find("\r\n") == text_.npos ? "\n" : "\r\n";
    if (!out.empty() && !out.ends_with('\n')) out += end;
    out.append(style_.marker_size, mark);
    if (!label.empty()) out += " " + label;
    out += end;
  }

  std::string_view text_;
  TextLines lines_;
  const ConflictStyle& style_;
  const Type& record_;
  yaml::Tree tree_;
  yaml::Layout layout_{text_, tree_};
  Value value_;
};

/// What a path leads to, made where it is not there.
Value& reach(Value& root, std::span<const yaml::Step> path) {
  Value* at = &root;
  for (const yaml::Step& part : path) {
    const bool is_entry = !part.key.empty();
    if (at->children.empty()) *at = {.kind = is_entry ? Kind::mapping : Kind::list};
    if (is_entry) {
      auto found =
          static_cast<std::size_t>(std::ranges::find(at->keys, part.key) - at->keys.begin());
      if (found == at->keys.size()) yaml::put(*at, part.key, {});
      at = &at->children[found];
    } else {
      const std::size_t item = std::min(part.item, at->children.size());
      if (item == at->children.size()) at->children.emplace_back();
      at = &at->children[item];
    }
  }
  return *at;
}

}  // namespace

Value choose_side(Value record, const Choice& choice, bool is_ours) {
  const auto& wanted = is_ours ? choice.ours : choice.theirs;
  const bool is_there = (choice.has_theirs ? choice.theirs : choice.ours).has_value();
  if (choice.has_theirs != is_ours) return record;
  if (!wanted) {
    const auto removed = yaml::removed_with(record, choice.at);
    if (!removed.empty()) yaml::remove_in(record, removed);
    return record;
  }
  const yaml::Step& last = choice.at.back();
  if (!is_there && last.key.empty()) {
    Value& list = reach(record, std::span(choice.at).first(choice.at.size() - 1));
    if (list.kind != Kind::list) list = {.kind = Kind::list};
    const std::size_t item = std::min(last.item, list.children.size());
    list.children.insert(list.children.begin() + static_cast<std::ptrdiff_t>(item), *wanted);
  } else {
    reach(record, choice.at) = *wanted;
  }
  return record;
}

base::Result<std::string> mark_conflicts(std::string_view text, std::span<const Choice> choices,
                                         const ConflictStyle& style, const Type& record) {
  return ConflictMarker(text, style, record).run(choices);
}

}  // namespace rapport::model
