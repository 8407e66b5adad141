#include "rules/engine/faults.hpp"

#include <fmt/format.h>

namespace rapport::rules::empty_value_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::empty_value};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A key has no value",
    .help =
        "An empty value means neither yes nor no nor unknown. Give a value, or remove the line; if "
        "a field accepts the word unknown, that is a value too.",
    .example = "country:",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), fmt::format("{} has no value", quote(spelled(found))))
              .fix("give a value or remove the line");
        },
};

}  // namespace rapport::rules::empty_value_rule
