#include "rules/engine/faults.hpp"
#include "rules/engine/lines.hpp"

namespace rapport::rules::syntax_tab_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::tab};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A tab is used instead of spaces",
    .help =
        "The width of a tab differs between programs, so it cannot show how deep a line is. Tabs "
        "are allowed in quoted text, in | and > text, and in comments.",
    .example =
        "areas:\n"
        "\t- Rio Ejemplo",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const Line line = line_around(found.source->text, found.fault.offset);
          Finding& finding = report.add(place_of(found), "a tab is not allowed here");
          if (found.fault.offset < line.offset() + 1)  // how deep the line is to be is not known
            finding.fix("write spaces");
          else
            finding.fix("write spaces", " ");
        },
};

}  // namespace rapport::rules::syntax_tab_rule
