#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_tab_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::tab};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A tab stands where spaces are meant",
    .help =
        "A tab has another width for everybody, so it cannot say how deep a line is. It may"
        " stand in quoted text, in | and > text, and in comments.",
    .example =
        "areas:\n"
        "\t- Rio Ejemplo",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "a tab cannot stand here").fix("write spaces");
        },
};

}  // namespace rapport::rules::syntax_tab_rule
