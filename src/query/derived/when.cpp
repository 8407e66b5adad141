#include "query/derived/derived.hpp"
#include "query/derived/happened.hpp"

namespace rapport::query {
namespace {

void values(const model::Head& head, const Context& context, const Sink& sink) {
  const Period when = period(context.data.engagement(head));
  if (when) sink(&when);
}

}  // namespace

extern const Derived when_derived;
const Derived when_derived = {
    .name = "when",
    .heading = "WHEN",
    .doc =
        "The days it takes, from start to end, or between which it took place; of a letter, the "
        "day it was sent.",
    .is_of_engagements = true,
    .type = period_type(),
    .values = &values,
};

}  // namespace rapport::query
