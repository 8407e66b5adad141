#include "rules/engine/faults.hpp"

namespace rapport::rules {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::several_lines};

}  // namespace

extern const RuleSpec syntax_several_lines_rule = {
    .summary = "A text goes on on the next line",
    .help =
        "A text without a mark ends on its line; what follows deeper would be joined to it "
        "silently.",
    .example =
        "notes: First met\n"
        "  at the consultation",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "a text cannot go on on the next line")
              .fix("for several lines write `>-` or `|` behind the key, and the text below");
        },
};

}  // namespace rapport::rules
