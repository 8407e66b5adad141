#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_nested_list_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::nested_list};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A list is directly in a list",
    .help = "No field takes a list of lists; two dashes in a row are a mistake.",
    .example =
        "themes:\n"
        "  - - environment",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "a list cannot be directly in a list")
              .fix(first_of(found) == '[' ? "write its values as items of the list above"
                                          : "remove one of the dashes");
        },
};

}  // namespace rapport::rules::syntax_nested_list_rule
