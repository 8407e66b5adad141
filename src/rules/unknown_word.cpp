#include "base/nearest.hpp"
#include "base/text.hpp"
#include "model/vocabulary.hpp"
#include "rules/engine/faults.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace rapport::rules::unknown_word_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::unknown_word};

/// The word itself; where a field takes an id or all of a kind, behind `kind:`.
std::string remedy_for(const FoundFault& found, std::span<const std::string_view> words) {
  constexpr std::string_view kind = "kind:";
  const std::string text = meant(found);
  const std::string_view written = text;
  if (!written.starts_with(kind)) return nearest_word(written, words);
  const auto best = base::nearest(base::trim(written.substr(kind.size())), words);
  return best.empty() ? std::string{} : fmt::format("write '{}{}'", kind, best);
}

/// The kinds of the group in whose folder the record lies; all words of any other field.
std::vector<std::string_view> choices(const FoundFault& found) {
  const auto words = found.fault.type->words;
  std::vector<std::string_view> fitting(words.begin(), words.end());
  const auto parts = base::split(found.source->path, '/');
  if (words.data() != value::words_of<model::PartnerKind>.data() || parts.size() < 3)
    return fitting;
  std::erase_if(fitting, [&](const auto& word) {
    return value::word(model::group_of(*value::parse_word<model::PartnerKind>(word))) != parts[1];
  });
  return fitting;
}

std::string listed(std::span<const std::string_view> words) {
  constexpr std::size_t few = 20;
  if (words.empty()) return "see rapport-records(5) for the words it accepts";
  if (words.size() > few) return "see rapport-records(5) for the words it accepts";
  return fmt::format("write one of: {}", base::join(words, ", "));
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A field does not accept this word",
    .help =
        "Such a field has a closed list of words, so that it can be queried and counted. "
        "The manual of records lists them.",
    .example = "status: happened",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const auto words = found.fault.type->words;
          const auto field =
              found.fault.row == nullptr ? std::string_view("this field") : found.fault.row->name;
          std::string remedy = remedy_for(found, words);
          if (remedy.empty()) remedy = listed(choices(found));
          add(report, found, fmt::format("'{}' does not accept {}", field, named(found)))
              .fix(std::move(remedy));
        },
};

}  // namespace rapport::rules::unknown_word_rule
