#include "mandate/attendance.hpp"
#include "query/attendance_rows.hpp"
#include "query/derived.hpp"
#include "query/linked.hpp"
#include "query/period.hpp"

#include <vector>

namespace rapport::query::last_met_derived {
namespace {

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  std::vector<Event> events;
  for (const model::RecordHeader* from : linked_engagements(head, context))
    for (const auto& one : mandate::who_was_there(context.data.engagement(*from), context.today))
      if (model::leads_to(*one.partner, head)) events.push_back({one.when, one.was_there});
  if (events.empty()) return;
  const History history = history_of(events);
  sink(&history, surest(events));
}

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "LAST MET",
    .doc =
        "The last day on which it was met, as in `met`; `last_met:<2025` finds those not met since "
        "2025 began, and `not has:last_met` those never met.",
    .example = "last_met:<2025",
    .is_of_partners = true,
    .type = history_type(),
    .reveals = value::Reveals::link,
    .can_be_unsure = true,
    .asks_engagements = true,
    .rests_on = attendance_rows,
    .values = &values,
};

}  // namespace rapport::query::last_met_derived
