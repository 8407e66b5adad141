#include "reference/reference_data.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace rapport::rules::reference_cycle_rule {
namespace {

using reference::ReferenceData;

/// Those met on the way from `first`, itself included, when the way leads back to it.
std::vector<value::MandateCode> cycle_of(const ReferenceData& library, value::MandateCode first) {
  std::vector<value::MandateCode> way{first};
  for (;;) {
    const auto* row = library.row(way.back());
    if (row == nullptr || !row->merged_into) return {};
    if (row->merged_into == first) return way;
    // A way that leads into a cycle of others never comes back.
    if (std::ranges::find(way, row->merged_into) != way.end()) return {};
    way.push_back(row->merged_into);
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "Mandates are merged in a circle",
    .help =
        "`merged_into` names the mandate that follows. In a circle none of them exists today, so "
        "there is no mandate to ask instead.",
    .example =
        "mandates:\n"
        "  - {code: sr-examples, until: 2025-06-30, merged_into: sr-examples}",
    .repository =
        [](const Context& context, Report& report) {
          const ReferenceData& library = *context.library;
          std::vector<value::MandateCode> told;
          for (const auto& file : library.own_files()) {
            if (file.rows == nullptr) continue;
            for (const auto& row : file.rows->mandates) {
              if (!row.merged_into) continue;
              const value::MandateCode code(
                  context.codes().find(value::CodeSet::mandate, row.code.str()), 0);
              if (std::ranges::find(told, code) != told.end()) continue;
              const auto cycle = cycle_of(library, code);
              if (cycle.empty()) continue;
              told.insert(told.end(), cycle.begin(), cycle.end());
              report
                  .add(place_of(*file.source, row.merged_into),
                       fmt::format("'{}' is merged into a mandate that is merged into it",
                                   row.code.str()))
                  .fix("write the mandate that exists today, or leave `merged_into` out");
            }
          }
        },
};

}  // namespace rapport::rules::reference_cycle_rule
