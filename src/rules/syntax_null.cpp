#include "rules/engine/faults.hpp"

#include <fmt/format.h>

namespace rapport::rules::syntax_null_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::null_word};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A value is null",
    .help =
        "Programs disagree on what ~ and null mean. Leave out what is not known; if a field "
        "accepts the word unknown, that is a value too.",
    .example = "country: ~",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), fmt::format("{} is not a value", quote(spelled(found))))
              .fix("leave the key out");
        },
};

}  // namespace rapport::rules::syntax_null_rule
