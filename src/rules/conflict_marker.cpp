#include "base/text.hpp"
#include "model/place.hpp"
#include "rules/engine/faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace rapport::rules::conflict_marker_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::conflict_marker};

/// What is in dispute in a file, between its lines <<<<<<< and >>>>>>>.
struct Dispute {
  bool acts_of_consent = false;
  bool other = false;
  bool has_base = false;  // what both versions come from, between ||||||| and =======
};

bool begins(std::string_view line, char mark) {
  return line.size() >= 7 && line.find_first_not_of(mark) >= 7;
}

bool says_nothing(std::string_view line) {
  line = base::trim(line);
  return line.empty() || line.starts_with('#');
}

/// The key of a top-level entry; empty on every other line, also on one of a list at column 1.
std::string_view key_of(std::string_view line) {
  constexpr std::string_view letters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  const auto end = line.find_first_not_of(letters);
  if (end == line.npos || line[end] != ':' || line.starts_with('-')) return {};
  return line.substr(0, end);
}

/// Which entry each line belongs to is seen from the last key at column 1 above it: the text is not
/// a record any more, and each version goes on from what stands above the conflict.
Dispute look(std::string_view text) {
  Dispute found;
  std::string_view entry, entry_before;
  bool in_conflict = false;
  for (const auto line : base::lines(text)) {
    if (begins(line, '<')) {
      in_conflict = true;
      entry_before = entry;
    } else if (in_conflict && (begins(line, '|') || begins(line, '='))) {
      found.has_base = found.has_base || line.front() == '|';
      entry = entry_before;
    } else if (begins(line, '>')) {
      in_conflict = false;
    } else if (!says_nothing(line)) {
      if (const auto key = key_of(line); !key.empty()) entry = key;
      if (in_conflict) (entry == "consent" ? found.acts_of_consent : found.other) = true;
    }
  }
  return found;
}

/// The first of a1, a2 ... behind those that stand in the file, in either version.
std::string free_key(std::string_view text) {
  constexpr std::string_view name = "key:";
  std::uint32_t last = 0;
  for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    auto value = text.substr(at + name.size());
    value.remove_prefix(std::min(value.find_first_not_of(" \"'"), value.size()));
    if (!value.starts_with('a')) continue;
    std::uint32_t number = 0;
    const auto read = std::from_chars(value.data() + 1, value.data() + value.size(), number);
    if (read.ec == std::errc() && number < 1'000'000) last = std::max(last, number);
  }
  return fmt::format("a{}", last + 1);
}

/// To keep one version would lose an act, and nobody would see that it is missing.
std::string remedy(std::string_view text, const Dispute& dispute) {
  if (!dispute.acts_of_consent)
    return "keep one version, and remove the lines <<<<<<<, ======= and >>>>>>>";
  return fmt::format(
      "keep the acts of consent of both versions, since acts are only ever added; of two with one "
      "key give the later one another, such as {}; {}then remove the lines <<<<<<<, {}======= "
      "and >>>>>>>",
      free_key(text), dispute.other ? "keep one version of everything else; " : "",
      dispute.has_base ? "||||||| with what is below it, " : "");
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A merge conflict is not resolved",
    .help =
        "git left both versions in the file. Choose, and remove the lines with the marks; "
        "nothing else of the file is read before. Of acts of consent keep both: two clones added "
        "an act each, perhaps with the same key, and to choose one would lose the other, such as a "
        "withdrawal.",
    .example =
        "<<<<<<< HEAD\n"
        "country: XXA\n"
        "=======\n"
        "country: XXB\n"
        ">>>>>>> office",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const auto& source = *found.source;
          const Dispute dispute =
              model::is_partner_path(source.path) ? look(source.text) : Dispute{};
          report
              .add(place_of(found), dispute.acts_of_consent
                                        ? "unresolved merge conflict between acts of consent"
                                        : "unresolved merge conflict")
              .fix(remedy(source.text, dispute));
        },
};

}  // namespace rapport::rules::conflict_marker_rule
