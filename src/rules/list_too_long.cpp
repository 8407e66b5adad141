#include "rules/engine/faults.hpp"
#include "value/limits.hpp"

#include <fmt/format.h>

namespace rapport::rules::list_too_long_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::too_many_items};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A list has more items than a record may have",
    .help =
        "A list has at most 1,000 items, so that no file can keep the checks busy for minutes. If "
        "only the number of people is known, count them instead of listing them. Acts of consent "
        "are only ever added, and only the size of the file limits them.",
    .example = "areas: [Rio Ejemplo, …]  # 1,001 of them",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          add(report, found,
              fmt::format("'{}' has more than {} items", spelled(found),
                          value::DecodeLimits().items))
              .fix("divide it between several records");
        },
};

}  // namespace rapport::rules::list_too_long_rule
