#include "base/clock.hpp"
#include "base/text.hpp"
#include "rules/engine/faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>

namespace rapport::rules::wrong_date_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::bad_date, value::Problem::bad_moment};

/// "February 2026 has 28 days", for a date whose only slip is its day; else empty.
std::string days_of_month(std::string_view written) {
  const auto month =
      value::Date::parse(written.substr(0, std::min<std::size_t>(written.size(), 7)));
  if (written.size() < 10 || written[7] != '-' || !base::is_digit(written[8]) ||
      !base::is_digit(written[9]) || !month || month->precision() != value::Precision::month)
    return {};
  const std::chrono::year_month_day last{month->last()};
  if (written.substr(8, 2) <= fmt::format("{}", static_cast<unsigned>(last.day()))) return {};
  return base::length_of(last.year() / last.month());
}

/// The offset that another time of the record has; times of one record are mostly of one place.
std::string_view offset_beside(std::string_view file) {
  static constexpr std::string_view time = "T00:00-00:00";
  const auto fits = [](std::string_view text) {
    return std::ranges::equal(text, time, [](char c, char form) {
      return form == '0' ? base::is_digit(c) : form == '-' ? c == '-' || c == '+' : c == form;
    });
  };
  for (auto at = file.find('T'); at != file.npos; at = file.find('T', at + 1))
    if (fits(file.substr(at, time.size()))) return file.substr(at + 6, 6);
  return {};
}

/// For a time of day that has no offset from UTC, as 2026-11-10T14:00.
std::string missing_offset(std::string_view written, std::string_view file) {
  constexpr std::string_view usual = "-06:00";
  const std::string whole = fmt::format("{}{}", written, usual);
  if (written.size() < 16 || !value::Moment::parse(whole)) return {};
  const auto beside = offset_beside(file);
  return beside.empty()
             ? fmt::format("the offset from UTC is missing, as in {}", whole)
             : fmt::format("the offset from UTC is missing: write {}{}", written, beside);
}

/// "write 2026-11-28" for 28/11/2026 and 28.11.2026. Days up to the 12th may be months as well.
std::string day_first(std::string_view written) {
  std::string text(written);
  std::ranges::replace_if(
      text, [](char c) { return c == '.' || c == '/'; }, '-');
  const auto parts = base::split(text, '-');
  if (parts.size() != 3 || parts[0].empty() || parts[0].size() > 2 || parts[1].empty() ||
      parts[1].size() > 2 || parts[2].size() != 4)
    return {};
  const auto in_order = [&](std::string_view day, std::string_view month) {
    const std::string date = fmt::format("{}-{:0>2}-{:0>2}", parts[2], month, day);
    return value::Date::parse(date) ? date : std::string();
  };
  const auto european = in_order(parts[0], parts[1]);
  const auto american = in_order(parts[1], parts[0]);
  if (european.empty() && american.empty()) return {};
  if (european.empty() || american.empty() || european == american)
    return fmt::format("write {}", european.empty() ? american : european);
  return fmt::format("write {} or {}", european, american);
}

/// For a date that is one, in a year nobody records.
std::string year_outside(std::string_view written) {
  if (written.size() < 4 || !std::ranges::all_of(written.substr(0, 4), base::is_digit)) return {};
  if (written.size() > 4 && written[4] != '-') return {};
  // A leap year that can be read, so that the rest alone decides.
  std::string other(written);
  other.replace(0, 4, "2000");
  if (value::Date::parse(written.substr(0, 4)) || !value::Moment::parse(other)) return {};
  return "years are those from 1800 to 2200";
}

std::string remedy(const FoundFault& found, bool moment) {
  const std::string written = meant(found);
  if (auto days = days_of_month(written); !days.empty()) return days;
  if (auto date = day_first(written); !date.empty()) return date;
  if (auto year = year_outside(written); !year.empty()) return year;
  if (!moment) return "write YYYY-MM-DD, YYYY-MM, YYYY or unknown";
  if (auto offset = missing_offset(written, found.source->text); !offset.empty()) return offset;
  return "write YYYY-MM-DD, YYYY-MM, YYYY or unknown; a time as 2026-05-04T09:30-06:00";
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A date is not valid",
    .help =
        "Dates are written as 2026-05-04, or only as far as they are known: 2026-05, 2026, "
        "unknown. A time of day has its offset from UTC: 2026-05-04T09:30-06:00.",
    .example = "start: 4 May 2026",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const bool moment = found.fault.code == FaultCode(value::Problem::bad_moment);
          add(report, found, fmt::format("{} is not a date", named(found)))
              .fix(remedy(found, moment));
        },
};

}  // namespace rapport::rules::wrong_date_rule
