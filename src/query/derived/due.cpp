#include "query/derived.hpp"
#include "query/next_due.hpp"
#include "value/codec.hpp"

namespace rapport::query::due_derived {
namespace {

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  if (const auto next = next_due(head, context)) sink(&next->on);
}

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "DUE",
    .doc =
        "The day of the next deadline of the record, or of the one that is overdue: a reply, an "
        "answer of a mandate, publication, the end of a consent, a check-in or a commitment.",
    .example = "due:..2026-05",
    .is_of_partners = true,
    .is_of_engagements = true,
    .type = value::type_of<value::Date>,
    .reveals = value::Reveals::link,
    .asks_engagements = true,
    .engagements_ask_others = true,
    .rests_on = deadline_rows,
    .values = &values,
};

}  // namespace rapport::query::due_derived
