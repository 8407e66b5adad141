#include "reference/names.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/hints.hpp"

#include <fmt/format.h>

namespace rapport::rules {
namespace {

constexpr FaultCode faults[] = {value::Problem::unknown_code};

/// The code of the territory that this is the code or name of; else empty.
std::string_view territory_of(const FoundFault& found, const Context& context) {
  const auto rows = reference::find(*context.library, value::CodeSet::territory, spelled(found));
  return rows.size() == 1 ? context.codes().name(rows.front()) : std::string_view{};
}

}  // namespace

extern const RuleSpec unknown_state_rule = {
    .summary = "A State code is not one the reference data has",
    .help =
        "States are written by their ISO 3166-1 alpha-3 code, as the references of letters "
        "use them. A name, or the code with two letters, is not taken for it: NO and NOR "
        "would be one slip apart. An office adds rows of its own in reference/states.yaml.",
    .example = "country: HX",
    .faults = faults,
    .owns = [](const value::Fault& fault) { return is_of(fault, value::CodeSet::state); },
    .fault =
        [](const FoundFault& found, const Context& context, Report& report) {
          auto& finding = add(report, found, fmt::format("{} is not a State code", named(found)));
          const auto territory = territory_of(found, context);
          finding.fix(territory.empty()
                          ? code_hint(found, context)
                          : fmt::format("it is a territory: write `territory: {}`", territory));
        },
};

}  // namespace rapport::rules
