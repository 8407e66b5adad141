#include "mandate/attendance.hpp"
#include "query/attendance_rows.hpp"
#include "query/period.hpp"
#include "query/relation.hpp"
#include "value/codec.hpp"

#include <vector>

namespace rapport::query::met_derived {
namespace {

std::vector<Related> related(const model::Engagement& engagement, const Context& context) {
  std::vector<Related> found;
  for (const auto& one : mandate::who_was_there(engagement, context.today))
    if (*one.partner) found.push_back({one.partner, one.was_there});
  return found;
}

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  give_related(head, context, sink, &related);
}

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "MET",
    .doc =
        "For an engagement that was held, the partners who were there: those who attended, sent "
        "someone or were met in the programme, not in letters, calls or reports; for a partner, "
        "the engagements at which it was there, or with a date the days (last_met).",
    .example = "met:2015",
    .is_of_partners = true,
    .is_of_engagements = true,
    .type = value::type_of<value::Ref>,
    .reveals = value::Reveals::link,
    .refers = value::Refers::partner,
    .is_across = true,
    .dated = "last_met",
    .is_mutual = true,
    .has_many = true,
    .can_be_unsure = true,
    .asks_engagements = true,
    .rests_on = attendance_rows,
    .values = &values,
};

}  // namespace rapport::query::met_derived
