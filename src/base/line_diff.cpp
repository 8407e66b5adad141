#include "base/line_diff.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <vector>

namespace rapport::base {
namespace {

constexpr std::size_t context = 3;
constexpr int change_limit = 2000;  // its square is the memory that a search takes

/// The lines of a text, each with its line end, and a number for each text of a line.
struct DiffSide {
  std::vector<std::string_view> lines;
  std::vector<int> numbers;
  std::vector<char> is_changed;  // removed, or added
};

using LineNumbers = std::unordered_map<std::string_view, int>;

DiffSide diff_side(std::string_view text, LineNumbers& known) {
  DiffSide side;
  while (!text.empty()) {
    const std::size_t feed = text.find('\n');
    const std::size_t size = feed == std::string_view::npos ? text.size() : feed + 1;
    side.lines.push_back(text.substr(0, size));
    side.numbers.push_back(
        known.try_emplace(side.lines.back(), static_cast<int>(known.size())).first->second);
    text.remove_prefix(size);
  }
  side.is_changed.assign(side.lines.size(), 0);
  return side;
}

/// The shortest way from one text to the other by E. W. Myers, "An O(ND) Difference Algorithm and
/// Its Variations": `reach[k]` is how far into `before` one gets on diagonal k with d changes.
class ShortestEdit {
 public:
  ShortestEdit(DiffSide& before, DiffSide& after) : before_(before), after_(after) {
    const auto& left = before.numbers;
    const auto& right = after.numbers;
    const std::size_t shared = std::min(left.size(), right.size());
    while (start_ < shared && left[start_] == right[start_]) ++start_;
    std::size_t tail = 0;
    while (tail < shared - start_ && left[left.size() - 1 - tail] == right[right.size() - 1 - tail])
      ++tail;
    removable_ = static_cast<int>(left.size() - start_ - tail);
    addable_ = static_cast<int>(right.size() - start_ - tail);
  }

  void mark() {
    const int changes = search();
    if (changes < 0) {
      for (int x = 0; x < removable_; ++x) remove(x);
      for (int y = 0; y < addable_; ++y) add(y);
      return;
    }
    trace_back(changes);
  }

 private:
  using Reach = std::vector<int>;  // of diagonal k at [k + d]

  int before_at(int x) const { return before_.numbers[start_ + static_cast<std::size_t>(x)]; }
  int after_at(int y) const { return after_.numbers[start_ + static_cast<std::size_t>(y)]; }
  void remove(int x) { before_.is_changed[start_ + static_cast<std::size_t>(x)] = 1; }
  void add(int y) { after_.is_changed[start_ + static_cast<std::size_t>(y)] = 1; }

  static int at(const Reach& reach, int d, int k) { return reach[static_cast<std::size_t>(k + d)]; }

  /// Whether diagonal k is reached with change d by adding a line, from diagonal k + 1.
  static bool adds(const Reach& last, int d, int k) {
    return k == -d || (k != d && at(last, d - 1, k - 1) < at(last, d - 1, k + 1));
  }

  /// The number of changes, or -1 when there are too many.
  int search() {
    const int most = std::min(removable_ + addable_, change_limit);
    for (int d = 0; d <= most; ++d) {
      Reach reach(static_cast<std::size_t>(2 * d) + 1, 0);
      for (int k = -d; k <= d; k += 2) {
        int x = 0;
        if (d > 0) x = step(rounds_.back(), d, k);
        while (x < removable_ && x - k < addable_ && before_at(x) == after_at(x - k)) ++x;
        reach[static_cast<std::size_t>(k + d)] = x;
        if (x >= removable_ && x - k >= addable_) {
          rounds_.push_back(std::move(reach));
          return d;
        }
      }
      rounds_.push_back(std::move(reach));
    }
    return -1;
  }

  static int step(const Reach& last, int d, int k) {
    return adds(last, d, k) ? at(last, d - 1, k + 1) : at(last, d - 1, k - 1) + 1;
  }

  void trace_back(int changes) {
    int k = removable_ - addable_;
    for (int d = changes; d > 0; --d) {
      const Reach& last = rounds_[static_cast<std::size_t>(d) - 1];
      if (adds(last, d, k)) {
        ++k;
        add(at(last, d - 1, k) - k);
      } else {
        --k;
        remove(at(last, d - 1, k));
      }
    }
  }

  DiffSide& before_;
  DiffSide& after_;
  std::size_t start_ = 0;
  int removable_ = 0;
  int addable_ = 0;
  std::vector<Reach> rounds_;
};

/// Lines of one side only, which may as well be the lines below them: the lowest are taken, as
/// diff and git do.
void slide_down(DiffSide& side, const DiffSide& other, std::size_t start, std::size_t end,
                std::size_t beside) {
  while (end < side.lines.size() && side.is_changed[end] == 0 && other.is_changed[beside] == 0 &&
         side.numbers[start] == side.numbers[end]) {
    side.is_changed[start++] = 0;
    side.is_changed[end++] = 1;
    ++beside;
  }
}

struct Change {
  std::size_t removed;  // where the lines begin, and behind the last
  std::size_t removed_end;
  std::size_t added;
  std::size_t added_end;
};

/// The next change from a place on.
Change next_change(const DiffSide& before, const DiffSide& after, std::size_t x, std::size_t y) {
  const auto at = [](const DiffSide& side, std::size_t i) {
    return i < side.lines.size() && side.is_changed[i] != 0;
  };
  while (x < before.lines.size() && y < after.lines.size() && !at(before, x) && !at(after, y))
    ++x, ++y;
  Change change{x, x, y, y};
  while (at(before, change.removed_end)) ++change.removed_end;
  while (at(after, change.added_end)) ++change.added_end;
  return change;
}

bool is_change(const Change& change) {
  return change.removed != change.removed_end || change.added != change.added_end;
}

std::vector<Change> find_changes(DiffSide& before, DiffSide& after) {
  ShortestEdit(before, after).mark();
  Change change = next_change(before, after, 0, 0);
  while (is_change(change)) {
    if (change.added == change.added_end)
      slide_down(before, after, change.removed, change.removed_end, change.added);
    else if (change.removed == change.removed_end)
      slide_down(after, before, change.added, change.added_end, change.removed);
    const Change moved = next_change(before, after, change.removed, change.added);
    change = next_change(before, after, moved.removed_end, moved.added_end);
  }
  std::vector<Change> changes;
  for (change = next_change(before, after, 0, 0); is_change(change);
       change = next_change(before, after, change.removed_end, change.added_end))
    changes.push_back(change);
  return changes;
}

void put_line(std::string& out, char sign, std::string_view line) {
  (out += sign) += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

std::string range(std::size_t start, std::size_t end) {
  const std::size_t size = end - start;
  std::string out = std::to_string(size == 0 ? start : start + 1);
  if (size != 1) (out += ',') += std::to_string(size);
  return out;
}

/// Changes with at most six lines between them share a hunk.
void put_hunk(std::string& out, const DiffSide& before, const DiffSide& after, const Change* first,
              const Change* last) {
  const std::size_t lead = std::min(first->removed, context);
  const std::size_t trail = std::min(before.lines.size() - last->removed_end, context);
  std::size_t x = first->removed - lead;
  ((((out += "@@ -") += range(x, last->removed_end + trail)) += " +") +=
   range(first->added - lead, last->added_end + trail)) += " @@\n";
  for (const Change* change = first; change <= last; ++change) {
    while (x < change->removed) put_line(out, ' ', before.lines[x++]);
    while (x < change->removed_end) put_line(out, '-', before.lines[x++]);
    for (std::size_t y = change->added; y < change->added_end; ++y)
      put_line(out, '+', after.lines[y]);
  }
  while (x < last->removed_end + trail) put_line(out, ' ', before.lines[x++]);
}

}  // namespace

std::string unified_diff(std::string_view before_name, std::string_view after_name,
                         std::string_view before, std::string_view after) {
  if (before == after) return {};
  LineNumbers known;
  DiffSide left = diff_side(before, known);
  DiffSide right = diff_side(after, known);
  const std::vector<Change> changes = find_changes(left, right);
  std::string out;
  ((((out += "--- ") += before_name) += "\n+++ ") += after_name) += '\n';
  for (std::size_t i = 0; i < changes.size();) {
    std::size_t last = i;
    while (last + 1 < changes.size() &&
           changes[last + 1].removed - changes[last].removed_end <= 2 * context)
      ++last;
    put_hunk(out, left, right, &changes[i], &changes[last]);
    i = last + 1;
  }
  return out;
}

}  // namespace rapport::base
