#include "app/moved_files.hpp"

#include "base/text.hpp"
#include "model/place.hpp"

#include <algorithm>
#include <iterator>

namespace rapport::app {
namespace {

/// From 0 to 1: lines of the one text that the other has too.
double shared_lines(std::string_view one, std::string_view other) {
  const auto sorted = [](std::string_view text) {
    auto lines = base::lines(text);
    std::ranges::sort(lines);
    return lines;
  };
  const auto a = sorted(one);
  const auto b = sorted(other);
  std::vector<std::string_view> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  const auto most = std::max(a.size(), b.size());
  return most == 0 ? 1 : static_cast<double>(both.size()) / static_cast<double>(most);
}

class Matcher {
 public:
  Matcher(std::span<const FileVersion> gone, std::span<const FileVersion> added)
      : gone_(gone), added_(added), found_(added.size()), is_taken_(gone.size()) {}

  std::vector<std::optional<std::size_t>> run() {
    match([](const FileVersion& was, const FileVersion& is) {
      return record_name(was.path) == record_name(is.path);
    });
    match([](const FileVersion& was, const FileVersion& is) { return was.text == is.text; });
    match_alike();
    return std::move(found_);
  }

 private:
  bool may_be(std::size_t was, std::size_t is) const {
    const auto& before = gone_[was].path;
    const auto& after = added_[is].path;
    return !found_[is] && !is_taken_[was] && model::is_record_path(before) &&
           model::is_record_path(after) &&
           model::is_partner_path(before) == model::is_partner_path(after);
  }

  void take(std::size_t was, std::size_t is) {
    found_[is] = was;
    is_taken_[was] = true;
  }

  template <class Same>
  void match(Same same) {
    for (std::size_t i = 0; i < added_.size(); ++i)
      for (std::size_t j = 0; j < gone_.size(); ++j)
        if (may_be(j, i) && same(gone_[j], added_[i])) take(j, i);
  }

  /// A record that is renamed may say its own id, and little else changes with it.
  void match_alike() {
    constexpr double enough = 0.6;
    for (std::size_t i = 0; i < added_.size(); ++i) {
      double best = 0;
      std::size_t which = 0;
      for (std::size_t j = 0; j < gone_.size(); ++j) {
        if (!may_be(j, i) || !gone_[j].text || !added_[i].text) continue;
        const double alike = shared_lines(*gone_[j].text, *added_[i].text);
        if (alike > best) {
          best = alike;
          which = j;
        }
      }
      if (best >= enough) take(which, i);
    }
  }

  std::span<const FileVersion> gone_;
  std::span<const FileVersion> added_;
  std::vector<std::optional<std::size_t>> found_;
  std::vector<bool> is_taken_;
};

}  // namespace

std::vector<std::optional<std::size_t>> match_moved(std::span<const FileVersion> gone,
                                                    std::span<const FileVersion> added) {
  constexpr std::size_t most_pairs = 10'000;  // more at once are no renames, but another order
  if (gone.size() * added.size() > most_pairs)
    return std::vector<std::optional<std::size_t>>(added.size());
  return Matcher(gone, added).run();
}

std::vector<FilePair> pair_files(std::vector<FileVersion> gone, std::vector<FileVersion> added) {
  const auto moved = match_moved(gone, added);
  std::vector<FilePair> pairs;
  for (std::size_t i = 0; i < added.size(); ++i) {
    FileVersion before = moved[i] ? std::move(gone[*moved[i]]) : FileVersion{added[i].path};
    if (moved[i]) gone[*moved[i]].path.clear();
    pairs.push_back({std::move(before), std::move(added[i])});
  }
  for (FileVersion& each : gone)
    if (!each.path.empty()) {
      FileVersion after{each.path};
      pairs.push_back({std::move(each), std::move(after)});
    }
  return pairs;
}

}  // namespace rapport::app
