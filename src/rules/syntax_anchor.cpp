#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_anchor_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::anchor, yaml::Problem::merge_key};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A record contains an anchor, an alias or a merge key",
    .help =
        "With &, * and << one part of a file repeats another, so a change in one place changes "
        "others, and a small file can grow without end. Write the value itself.",
    .example = "name: &first Rio Ejemplo",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const bool merge = found.fault.code == FaultCode(yaml::Problem::merge_key);
          report
              .add(place_of(found),
                   merge ? "merge keys are not allowed" : "anchors are not allowed")
              .fix(merge ? "write the fields themselves"
                         : "write the value itself; text that begins with & or * goes in quotes");
        },
};

}  // namespace rapport::rules::syntax_anchor_rule
