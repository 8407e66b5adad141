#include "rules/engine/faults.hpp"

#include <fmt/format.h>

namespace rapport::rules::syntax_control_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::control_character};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A record contains a control character",
    .help =
        "Control characters are invisible, and can make a terminal show something else than what "
        "is stored. They are not allowed anywhere, even if written as an escape.",
    .example = "title: \"Meeting\\\\u0007\"",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report
              .add(place_of(found), fmt::format("{} is a control character", quote(spelled(found))))
              .fix(first_of(found) == '\r' ? "end all lines in LF" : "remove it");
        },
};

}  // namespace rapport::rules::syntax_control_rule
