#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_depth_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::too_deep};

}  // namespace

extern const RuleSpec spec = {
    .summary = "Lists and blocks are nested more than 32 deep",
    .help =
        "No field needs more than a few levels; text that goes deeper was made by a machine"
        " or by mistake.",
    .example = "x: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[a",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "this is nested more than 32 deep")
              .fix("remove brackets or dashes: fields are a few levels deep");
        },
};

}  // namespace rapport::rules::syntax_depth_rule
