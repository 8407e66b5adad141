#include "rules/engine/faults.hpp"
#include "rules/engine/hints.hpp"

#include <fmt/format.h>

namespace rapport::rules::unknown_theme_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::unknown_code};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A theme is not in the reference data",
    .help =
        "Themes are codes of the reference data, so that mandates and articles of law can "
        "be found by them. An office adds rows of its own in reference/themes.yaml.",
    .example = "themes: [land-right]",
    .faults = faults,
    .owns = [](const value::Fault& fault) { return is_of(fault, value::CodeSet::theme); },
    .fault =
        [](const FoundFault& found, const Context& context, Report& report) {
          add(report, found, fmt::format("{} is not a theme", named(found)))
              .fix(code_hint(found, context));
        },
};

}  // namespace rapport::rules::unknown_theme_rule
