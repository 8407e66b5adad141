#include "model/place.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::rules::conflict_marker_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::conflict_marker};

/// Lists that only ever grow: what happened stays in them.
constexpr std::string_view growing_of_partners[] = {"consent"};
constexpr std::string_view growing_of_engagements[] = {"replies", "steps", "reviews",
                                                       "submissions"};

std::span<const std::string_view> growing_lists(const Source& source) {
  if (model::is_partner_path(source.path)) return growing_of_partners;
  return growing_of_engagements;
}

/// What is in dispute in a file, between its lines <<<<<<< and >>>>>>>.
struct Dispute {
  std::string_view list;   // one that only grows
  bool has_items = false;  // of some other list
  bool other = false;
  bool has_base = false;  // what both versions come from, between ||||||| and =======
};

bool begins(std::string_view line, char mark) {
  return line.size() >= 7 && line.find_first_not_of(mark) >= 7;
}

/// The keys that a line is below of, by their columns.
class OpenKeys {
 public:
  explicit OpenKeys(std::span<const std::string_view> growing) : growing_(growing) {}

  void read(const Line& line) {
    while (!keys_.empty() && !is_below(line)) keys_.pop_back();
    if (!line.key().empty() && (line.value().empty() || grows(line.key())))
      keys_.push_back({line.inner_column(), line.key()});
  }
  std::string_view growing_list() const {
    const auto found =
        std::ranges::find_if(keys_, [this](const Key& key) { return grows(key.name); });
    return found == keys_.end() ? std::string_view{} : found->name;
  }

 private:
  struct Key {
    std::size_t column;
    std::string_view name;
  };
  bool grows(std::string_view key) const { return std::ranges::count(growing_, key) != 0; }
  bool is_below(const Line& line) const {
    const std::size_t column = keys_.back().column;
    return line.column > column || (line.column == column && line.is_item());
  }

  std::span<const std::string_view> growing_;
  std::vector<Key> keys_;
};

/// Which list each line belongs to is seen from the keys above it: the text is not a record any
/// more, and each version goes on from what is above the conflict.
Dispute look(const Source& source) {
  const std::string_view text = source.text;
  Dispute found;
  OpenKeys keys(growing_lists(source));
  OpenKeys before = keys;
  bool in_conflict = false;
  for (std::size_t start = 0; start < text.size();) {
    const Line line = line_around(text, start);
    const auto raw = text.substr(line.start, 7);
    if (begins(raw, '<')) {
      in_conflict = true;
      before = keys;
    } else if (in_conflict && (begins(raw, '|') || begins(raw, '='))) {
      found.has_base = found.has_base || raw.front() == '|';
      keys = before;
    } else if (begins(raw, '>')) {
      in_conflict = false;
    } else if (!line.text.empty()) {
      keys.read(line);
      if (in_conflict && line.is_item()) found.has_items = true;
      if (in_conflict && keys.growing_list().empty()) found.other = true;
      if (in_conflict && !keys.growing_list().empty()) found.list = keys.growing_list();
    }
    const auto feed = text.find('\n', start);
    start = feed == std::string_view::npos ? text.size() : feed + 1;
  }
  return found;
}

/// The letters that the keys of a list begin with, as in a1, a2 ...
std::string_view letters_of(std::string_view list) {
  if (list == "consent") return "a";
  if (list == "replies") return "r";
  return list == "submissions" ? "sub" : "s";
}

/// The first of a1, a2 ... behind those that are in the file, in either version.
std::string free_key(std::string_view text, std::string_view letters) {
  constexpr std::string_view name = "key:";
  std::uint32_t last = 0;
  for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    auto value = text.substr(at + name.size());
    value.remove_prefix(std::min(value.find_first_not_of(" \"'"), value.size()));
    if (!value.starts_with(letters)) continue;
    std::uint32_t number = 0;
    const auto read =
        std::from_chars(value.data() + letters.size(), value.data() + value.size(), number);
    if (read.ec == std::errc() && number < 1'000'000) last = std::max(last, number);
  }
  return fmt::format("{}{}", letters, last + 1);
}

/// "acts of consent", and of other lists "entries of `replies`".
std::string entries_of(std::string_view list) {
  return list == "consent" ? "acts of consent" : fmt::format("entries of `{}`", list);
}

/// To keep one version would lose an entry, and nobody would see that it is missing.
std::string remedy(std::string_view text, const Dispute& dispute) {
  const std::string_view base = dispute.has_base ? "||||||| with what is below it, " : "";
  if (dispute.list.empty() && dispute.has_items)
    return fmt::format(
        "keep the items of both versions, each once; of two with one key keep the right one, or "
        "give one another key where they are not the same thing; keep one version of everything "
        "else; then remove the lines <<<<<<<, {}======= and >>>>>>>",
        base);
  if (dispute.list.empty())
    return fmt::format("keep one version, and remove the lines <<<<<<<, {}======= and >>>>>>>",
                       base);
  return fmt::format(
      "keep the {} of both versions, since {} are only ever added; if two have one key, give the "
      "later one another key, such as {}; {}then remove the lines <<<<<<<, {}======= and >>>>>>>",
      entries_of(dispute.list), dispute.list == "consent" ? "acts" : "they",
      free_key(text, letters_of(dispute.list)),
      dispute.other ? "keep one version of everything else; " : "", base);
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A merge conflict is not resolved",
    .help =
        "git left both versions in the file. Choose, and remove the lines with the marks; until "
        "then nothing else in the file is read. Of acts of consent keep both: two clones each "
        "added an act, perhaps with the same key, and choosing one would lose the other, such as a "
        "withdrawal. The same goes for replies, submissions, steps and reviews, and "
        "for the items of any other list that each version added.",
    .example =
        "<<<<<<< HEAD\n"
        "country: XXA\n"
        "=======\n"
        "country: XXB\n"
        ">>>>>>> office",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const Dispute dispute = look(*found.source);
          report
              .add(place_of(found), dispute.list.empty()
                                        ? std::string("unresolved merge conflict")
                                        : fmt::format("unresolved merge conflict between {}",
                                                      entries_of(dispute.list)))
              .fix(remedy(found.source->text, dispute));
        },
};

}  // namespace rapport::rules::conflict_marker_rule
