#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_dash_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::dash};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A dash has no space after it",
    .help = "An item of a list begins with a dash and a space; without the space it is text.",
    .example =
        "languages:\n"
        "  -es",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "this dash has no space after it")
              .fix("write a space after the dash", {found.source, found.fault.offset + 1, 0}, " ");
        },
};

}  // namespace rapport::rules::syntax_dash_rule
