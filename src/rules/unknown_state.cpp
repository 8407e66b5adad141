#include "reference/suggest.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/hints.hpp"

#include <fmt/format.h>

namespace rapport::rules::unknown_state_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::unknown_code};

/// The code of the territory that this is the code or name of; else empty.
std::string_view territory_of(const FoundFault& found, const Context& context) {
  const auto rows = reference::readings(*context.library, value::CodeSet::state, meant(found));
  const bool is_one = rows.size() == 1 && rows.front().set == value::CodeSet::territory;
  return is_one ? context.codes().name(rows.front()) : std::string_view{};
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A State code is not in the reference data",
    .help =
        "States are written by their ISO 3166-1 alpha-3 code, as the references of letters use "
        "them. A name, or the code with two letters, is not accepted: NO and NOR would be too easy "
        "to confuse. An office adds rows of its own in reference/states.yaml.",
    .example = "country: HX",
    .faults = faults,
    .owns = [](const value::Fault& fault) { return is_of(fault, value::CodeSet::state); },
    .fault =
        [](const FoundFault& found, const Context& context, Report& report) {
          auto& finding = add(report, found, fmt::format("{} is not a State code", named(found)));
          const auto territory = territory_of(found, context);
          if (!territory.empty())
            finding.fix(fmt::format("it is a territory: write `territory: {}`", territory));
          else if (reference::is_territory_code(meant(found)))
            finding.fix(
                "it is the code of a territory: write `territory: …`, with a row in "
                "reference/territories.yaml");
          else
            finding.fix(code_hint(found, context));
        },
};

}  // namespace rapport::rules::unknown_state_rule
