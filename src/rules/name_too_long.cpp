#include "rules/engine/faults.hpp"
#include "value/limits.hpp"

#include <fmt/format.h>

namespace rapport::rules::name_too_long_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::too_long};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A name, number or address is too long to be one",
    .help =
        "Every other text is searched for the names, numbers and addresses of people, so that it "
        "does not reveal them. A name of more than 2,000 bytes is some other text in the wrong "
        "place.",
    .example = "name: A text of a page…",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          add(report, found,
              fmt::format("this is longer than {} bytes", value::DecodeLimits().name))
              .fix("keep the name alone here, and the rest under notes or summary");
        },
};

}  // namespace rapport::rules::name_too_long_rule
