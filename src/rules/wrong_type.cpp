#include "base/unicode.hpp"
#include "rules/engine/faults.hpp"

#include <fmt/format.h>

namespace rapport::rules {
namespace {

constexpr FaultCode faults[] = {value::Problem::not_a_scalar, value::Problem::not_a_list,
                                value::Problem::not_a_block};

/// What was written, in brackets, where it is short and may be repeated.
std::string as_list(const FoundFault& found) {
  const auto written = spelled(found);
  if (hides(found) || written.empty() || written.size() > 40 || first_of(found) == '|' ||
      first_of(found) == '>' || first_of(found) == '{')
    return "write it in brackets: [ ]";
  return fmt::format("write [{}]", base::printable(written));
}

}  // namespace

extern const RuleSpec wrong_type_rule = {
    .summary = "A field holds a list, a block or a single value where another of these is meant",
    .help =
        "Every field has one shape: a single value, a list in [ ] or with dashes, or a "
        "block of fields. rapport-records(5) says which.",
    .example = "themes: environment",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const auto field =
              found.fault.row == nullptr ? std::string_view("this") : found.fault.row->name;
          const auto is = [&](value::Problem problem) {
            return found.fault.code == FaultCode(problem);
          };
          if (is(value::Problem::not_a_list))
            report.add(place_of(found), fmt::format("'{}' takes a list", field))
                .fix(as_list(found));
          else if (is(value::Problem::not_a_block))
            report.add(place_of(found), fmt::format("'{}' takes a block of fields", field))
                .fix("write `key: value` lines below it, or { } with pairs");
          else
            report.add(place_of(found), fmt::format("'{}' takes one value", field))
                .fix("write a single value");
        },
};

}  // namespace rapport::rules
