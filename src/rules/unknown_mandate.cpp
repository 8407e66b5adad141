#include "rules/engine/faults.hpp"
#include "rules/engine/hints.hpp"

#include <fmt/format.h>

namespace rapport::rules::unknown_mandate_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::unknown_code};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A mandate is not in the reference data",
    .help =
        "Mandates are codes of the reference data, which knows their titles and resolutions"
        " on each date. An office adds rows of its own in reference/mandates.yaml.",
    .example = "lead: sr-human-right-defenders",
    .faults = faults,
    .owns = [](const value::Fault& fault) { return is_of(fault, value::CodeSet::mandate); },
    .fault =
        [](const FoundFault& found, const Context& context, Report& report) {
          add(report, found, fmt::format("{} is not a mandate", named(found)))
              .fix(code_hint(found, context));
        },
};

}  // namespace rapport::rules::unknown_mandate_rule
