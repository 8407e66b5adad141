#include "query/derived.hpp"
#include "query/next_due.hpp"
#include "value/codec.hpp"

namespace rapport::query::due_for_derived {
namespace {

using Value = value::Word<mandate::questions::Due>;

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const auto next = next_due(head, context);
  if (!next) return;
  const Value what(next->what, 0);
  sink(&what);
}

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "DUE FOR",
    .doc = "What is due on that day: reply, signature, publicity, consent, check-in or commitment.",
    .example = "due_for:check-in due:<today",
    .is_of_partners = true,
    .is_of_engagements = true,
    .type = value::type_of<Value>,
    .reveals = value::Reveals::link,
    .asks_engagements = true,
    .engagements_ask_others = true,
    .rests_on = deadline_rows,
    .values = &values,
};

}  // namespace rapport::query::due_for_derived
