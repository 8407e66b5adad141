#include "commands/kinds/chosen.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "commands/kinds/meant.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace rapport::commands {
namespace {

using base::Failing;
using base::Failure;

constexpr std::array<std::string_view, 2> records = {"partner", "engagement"};

/// The kinds of both, partners first.
std::vector<std::string_view> all_kinds() {
  std::vector<std::string_view> all;
  for (const auto each : records) {
    const auto kinds = app::kinds_of(each);
    all.insert(all.end(), kinds.begin(), kinds.end());
  }
  return all;
}

Failure unknown_kind(std::string_view record, std::string_view kind) {
  const auto words = app::kinds_of(record);
  if (kind.empty())
    return {Failing::usage, fmt::format("which kind of {}?", record),
            fmt::format("one of {}", base::join(words, ", "))};
  const auto near = meant_kind(kind, words);
  return {Failing::usage, fmt::format("'{}' is not a kind of {}", base::printable(kind), record),
          near.empty() ? fmt::format("one of {}", base::join(words, ", "))
                       : fmt::format("did you mean '{}'?", near)};
}

Failure unknown_word(std::string_view record) {
  std::vector<std::string_view> known = all_kinds();
  known.insert(known.begin(), records.begin(), records.end());
  const auto near = meant_kind(record, known);
  return {Failing::usage, fmt::format("'{}' is not a kind of record", base::printable(record)),
          near.empty() ? "`rapport new partner` and `rapport new engagement` list the kinds"
                       : fmt::format("did you mean '{}'?", near)};
}

}  // namespace

base::Result<app::RecordKindName> chosen_kind(std::string_view record, std::string_view kind) {
  if (std::ranges::count(records, record) == 0) {
    const auto found = app::find_kind(record);
    if (!found) return unknown_word(record);
    if (!kind.empty())
      return Failure{Failing::usage, fmt::format("unexpected argument '{}'", base::printable(kind)),
                     fmt::format("`rapport new {}` is enough", record)};
    return *found;
  }
  const auto words = app::kinds_of(record);
  const auto found = std::ranges::find(words, kind);
  if (found == words.end()) return unknown_kind(record, kind);
  return app::RecordKindName{record == "partner" ? records[0] : records[1], *found};
}

}  // namespace rapport::commands
