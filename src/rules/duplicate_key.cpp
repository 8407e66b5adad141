#include "rules/engine/faults.hpp"

#include <fmt/format.h>

namespace rapport::rules {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::duplicate_key};

}  // namespace

extern const RuleSpec duplicate_key_rule = {
    .summary = "A key stands twice in one block",
    .help =
        "Of two values one would be lost, and which one depends on the program that reads "
        "them. Merge them, or remove one.",
    .example =
        "country: XXA\n"
        "country: XXB",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report
              .add(place_of(found),
                   fmt::format("{} is here for the second time", quote(spelled(found))))
              .fix("keep one of them");
        },
};

}  // namespace rapport::rules
