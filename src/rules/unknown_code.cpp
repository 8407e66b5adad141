#include "rules/engine/faults.hpp"
#include "rules/engine/hints.hpp"

#include <fmt/format.h>

namespace rapport::rules::unknown_code_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::unknown_code};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A code is not in the reference data",
    .help =
        "Territories, organisations, mechanisms, presences, agencies and instruments are "
        "codes of the reference data. An office adds rows of its own in reference/.",
    .example = "listed_as: mechanism/achpr-sr-hr",
    .faults = faults,
    .owns =
        [](const value::Fault& fault) {
          return !is_of(fault, value::CodeSet::state) && !is_of(fault, value::CodeSet::theme) &&
                 !is_of(fault, value::CodeSet::mandate);
        },
    .fault =
        [](const FoundFault& found, const Context& context, Report& report) {
          add(report, found, fmt::format("{} is not in the reference data", named(found)))
              .fix(code_hint(found, context));
        },
};

}  // namespace rapport::rules::unknown_code_rule
