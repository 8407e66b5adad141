#include "rules/engine/faults.hpp"

namespace rapport::rules::byte_order_mark_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::byte_order_mark};

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A record begins with a byte order mark",
    .help =
        "Some editors write three invisible bytes in front of UTF-8 text. They are ignored here, "
        "but other programs fail on them.",
    .example = "# an invisible mark before the first letter",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "this file begins with a byte order mark")
              .fix("save it as UTF-8 without a mark");
        },
};

}  // namespace rapport::rules::byte_order_mark_rule
