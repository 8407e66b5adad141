#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_indentation_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::indentation};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A line begins at no open column",
    .help =
        "Lines of one block begin at the same column. A line between two columns belongs to"
        " neither.",
    .example =
        "languages: [es]\n"
        "  themes: [environment]",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "this line begins at no column that is open")
              .fix("indent it like the lines it belongs with");
        },
};

}  // namespace rapport::rules::syntax_indentation_rule
