#include "rules/engine/faults.hpp"
#include "rules/engine/hints.hpp"

#include <fmt/format.h>

namespace rapport::rules {
namespace {

constexpr FaultCode faults[] = {value::Problem::unknown_code};

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
          add(report, found, fmt::format("{} is not a State code", named(found)))
              .fix(code_hint(found, context));
        },
};

}  // namespace rapport::rules
