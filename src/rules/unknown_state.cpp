#include "reference/names.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/hints.hpp"

#include <fmt/format.h>

namespace rapport::rules::unknown_state_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::unknown_code};

// Codes of ISO 3166-1 alpha-3 that are of no State: the State whose code is nearest is not meant.
constexpr std::string_view other_codes =
    " ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF "
    "GUM HKG HMD IMN IOT JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM "
    "TCA TKL TWN UMI VGB VIR WLF ";

bool is_other_code(std::string_view written) {
  return written.size() == 3 && other_codes.find(fmt::format(" {} ", written)) != std::string::npos;
}

/// The code of the territory that this is the code or name of; else empty.
std::string_view territory_of(const FoundFault& found, const Context& context) {
  const auto rows = reference::find(*context.library, value::CodeSet::territory, meant(found));
  return rows.size() == 1 ? context.codes().name(rows.front()) : std::string_view{};
}

}  // namespace

extern const RuleSpec spec = {
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
          if (!territory.empty())
            finding.fix(fmt::format("it is a territory: write `territory: {}`", territory));
          else if (is_other_code(meant(found)))
            finding.fix(
                "it is the code of a territory: write `territory: …`, with a row in "
                "reference/territories.yaml");
          else
            finding.fix(code_hint(found, context));
        },
};

}  // namespace rapport::rules::unknown_state_rule
