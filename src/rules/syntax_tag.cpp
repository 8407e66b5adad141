#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_tag_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::tag};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A record contains a tag",
    .help =
        "With ! other programs choose the type of a value, and some run code. Fields have "
        "their types here.",
    .example = "country: !!str XXA",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "tags are not allowed")
              .fix("remove it; text that begins with ! goes in quotes");
        },
};

}  // namespace rapport::rules::syntax_tag_rule
