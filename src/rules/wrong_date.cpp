#include "base/text.hpp"
#include "rules/engine/faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace rapport::rules {
namespace {

constexpr FaultCode faults[] = {value::Problem::bad_date, value::Problem::bad_moment};

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// "February 2026 has 28 days", for a date whose only slip is its day; else empty.
std::string days_of_month(std::string_view written) {
  const auto month =
      value::Date::parse(written.substr(0, std::min<std::size_t>(written.size(), 7)));
  if (written.size() < 10 || written[7] != '-' || !base::is_digit(written[8]) ||
      !base::is_digit(written[9]) || !month || month->precision() != value::Precision::month)
    return {};
  const std::chrono::year_month_day last{month->last()};
  if (written.substr(8, 2) <= fmt::format("{}", static_cast<unsigned>(last.day()))) return {};
  return fmt::format("{} {} has {} days", months[month->month() - 1], month->year(),
                     static_cast<unsigned>(last.day()));
}

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
          auto& finding = add(report, found, fmt::format("{} is not a date", named(found)));
          std::string days = days_of_month(spelled(found));
          if (!days.empty())
            finding.fix(std::move(days));
          else
            finding.fix(moment ? "write YYYY-MM-DD, YYYY-MM, YYYY or unknown; a time as "
                                 "2026-05-04T09:30-06:00"
                               : "write YYYY-MM-DD, YYYY-MM, YYYY or unknown");
        },
};

}  // namespace rapport::rules
