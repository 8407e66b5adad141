#include "rules/engine/faults.hpp"

#include <fmt/format.h>

namespace rapport::rules {
namespace {

constexpr FaultCode faults[] = {value::Problem::bad_date, value::Problem::bad_moment};

}  // namespace

extern const RuleSpec wrong_date_rule = {
    .summary = "A date is not one",
    .help =
        "Dates are written 2026-05-04, or only as far as they are known: 2026-05, 2026, "
        "unknown. A time of day has its offset from UTC: 2026-05-04T09:30-06:00.",
    .example = "start: 4 May 2026",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const bool moment = found.fault.code == FaultCode(value::Problem::bad_moment);
          add(report, found, fmt::format("{} is not a date", named(found)))
              .fix(moment ? "write YYYY-MM-DD, YYYY-MM, YYYY or unknown; a time as "
                            "2026-05-04T09:30-06:00"
                          : "write YYYY-MM-DD, YYYY-MM, YYYY or unknown");
        },
};

}  // namespace rapport::rules
