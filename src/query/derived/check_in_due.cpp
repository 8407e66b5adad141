#include "mandate/questions/deadlines.hpp"
#include "query/derived.hpp"
#include "value/codec.hpp"

#include <algorithm>
#include <array>

namespace rapport::query::check_in_due_derived {
namespace {

using mandate::questions::Due;

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const auto all = mandate::questions::deadlines_of(context.data, {head.index},
                                                    {.terms = mandate::terms(context.office)},
                                                    context.codes, context.today);
  const auto found = std::ranges::find(all, Due::check_in, &mandate::questions::Deadline::what);
  if (found != all.end()) sink(&found->on);
}

constexpr std::array<std::string_view, 10> rests_on = {
    "risk",  "situation", "kind",    "status",   "mode",
    "start", "end",       "between", "partners", "visit.programme"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "CHECK-IN DUE",
    .doc =
        "When to ask after someone at risk: the interval of `risk.check_in` after the last "
        "check-in, or after they were last met.",
    .example = "risk.level:high,extreme check_in_due:<today",
    .is_of_partners = true,
    .type = value::type_of<value::Date>,
    .reveals = value::Reveals::link,
    .asks_engagements = true,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::check_in_due_derived
