#include "query/derived.hpp"
#include "query/happened.hpp"
#include "query/linked.hpp"

#include <array>

namespace rapport::query::engaged_derived {
namespace {

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  std::vector<Event> events;
  for (const model::RecordHeader* from : linked_engagements(head, context)) {
    const model::Engagement& engagement = context.data.engagement(*from);
    if (!happened(engagement, context.today)) continue;
    for (const Part& part : parts(engagement, context))
      if (model::leads_to(*part.partner, head)) events.push_back({part.when, part.took});
  }
  if (events.empty()) return;
  const History history = history_of(events);
  sink(&history, surest(events));
}

constexpr std::array<std::string_view, 17> rests_on = {"kind",
                                                       "status",
                                                       "start",
                                                       "end",
                                                       "between",
                                                       "partners",
                                                       "visit.programme",
                                                       "communication.addressee",
                                                       "communication.sent",
                                                       "communication.lead",
                                                       "communication.signed_by",
                                                       "communication.co_signatories",
                                                       "case.lead",
                                                       "case.co_signatories",
                                                       "statement.co_signatories",
                                                       "experiences.from",
                                                       "needs.raised_by"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "LAST ENGAGED",
    .doc =
        "The last engagement with it up to today, letters included; `engaged:2015` finds any in "
        "2015, `engaged:<2025` none since 2025 began.",
    .example = "engaged:<2025",
    .is_of_partners = true,
    .type = history_type(),
    .reveals = value::Reveals::source,
    .can_be_unsure = true,
    .asks_engagements = true,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::engaged_derived
