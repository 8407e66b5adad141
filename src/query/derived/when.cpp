#include "mandate/attendance.hpp"
#include "query/derived.hpp"
#include "query/period.hpp"

#include <array>

namespace rapport::query::when_derived {
namespace {

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const Period when = mandate::period(context.data.engagement(head));
  if (when) sink(&when);
}

constexpr std::array<std::string_view, 4> rests_on = {"start", "end", "between",
                                                      "communication.sent"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "WHEN",
    .doc =
        "The days it takes, from start to end, or the days between which it took place; for a "
        "letter, the day it was sent.",
    .example = "when:2025-07",
    .is_of_engagements = true,
    .type = period_type(),
    .reveals = value::Reveals::open,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::when_derived
