#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_line_ends_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::mixed_line_ends};

}  // namespace

extern const RuleSpec spec = {
    .summary = "Lines of a record end in different ways",
    .help =
        "Lines end in LF, or all of them in CRLF. Files with both come from a broken merge "
        "or copy, and their diffs show every line.",
    .example = "# some lines end in LF, others in CRLF",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "this line ends in another way than the lines before")
              .fix("end all lines in LF");
        },
};

}  // namespace rapport::rules::syntax_line_ends_rule
