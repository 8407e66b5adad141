#include "query/derived.hpp"
#include "query/happened.hpp"
#include "query/linked.hpp"

#include <array>

namespace rapport::query::engaged_derived {
namespace {

/// The last engagement as far as dates and attendance are known: not before `from`, which is sure,
/// and not after `to`.
struct Last {
  Period period = {.from = {}, .to = {}, .is_once = true};
  bool is_sure = false;

  void meet(const Part& part) {
    const Date& start = part.when.from;
    const Date& end = part.when.to ? part.when.to : start;
    if (!start) return;
    if (!period.to || period.to.last() < end.last()) period.to = end;
    if (part.took != Truth::yes) return;
    // A meeting of several days is over on its last one; of a span without knowledge of the day
    // only the first is sure.
    const Date& sure = part.when.is_once ? start : end;
    if (!is_sure || period.from.first() < sure.first()) period.from = sure;
    is_sure = true;
  }
};

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  Last last;
  for (const model::RecordHeader* from : linked_engagements(head, context)) {
    const model::Engagement& engagement = context.data.engagement(*from);
    if (!happened(engagement, context.today)) continue;
    for (const Part& part : parts(engagement, context))
      if (model::leads_to(*part.partner, head)) last.meet(part);
  }
  if (!last.period.to) return;
  if (!last.is_sure) last.period.from = last.period.to;
  sink(&last.period, last.is_sure ? Truth::yes : Truth::maybe);
}

constexpr std::array<std::string_view, 25> rests_on = {
    "kind",      "status",      "start", "end",          "between",        "partners",  "partner",
    "visit",     "programme",   "at",    "with",         "attended",       "addressee", "sent",
    "case",      "statement",   "lead",  "from",         "co_signatories", "mandate",   "signed_by",
    "raised_by", "experiences", "needs", "communication"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "LAST ENGAGED",
    .doc = "The date of the last held engagement with it, up to today.",
    .is_of_partners = true,
    .type = period_type(),
    .reveals = value::Reveals::source,
    .can_be_unsure = true,
    .asks_engagements = true,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::engaged_derived
