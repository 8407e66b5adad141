#include "rules/engine/faults.hpp"

namespace rapport::rules::conflict_marker_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::conflict_marker};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A merge conflict is not resolved",
    .help =
        "git left both versions in the file. Choose, and remove the lines with the marks; "
        "nothing else of the file is read before.",
    .example =
        "<<<<<<< HEAD\n"
        "country: XXA\n"
        "=======\n"
        "country: XXB\n"
        ">>>>>>> office",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "unresolved merge conflict")
              .fix("keep one version, and remove the lines <<<<<<<, ======= and >>>>>>>");
        },
};

}  // namespace rapport::rules::conflict_marker_rule
