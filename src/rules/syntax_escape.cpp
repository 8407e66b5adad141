#include "rules/engine/faults.hpp"

#include <fmt/format.h>

namespace rapport::rules::syntax_escape_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::escape};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A backslash does not begin a valid escape",
    .help =
        "In double quotes a backslash begins an escape: \\\" \\\\ \\/ \\n \\t \\uXXXX "
        "\\UXXXXXXXX. For text with backslashes use single quotes.",
    .example = "notes: \"C:\\Reports\"",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), fmt::format("{} is not an escape", quote(spelled(found))))
              .fix("write \\\\ for a backslash, or use single quotes");
        },
};

}  // namespace rapport::rules::syntax_escape_rule
