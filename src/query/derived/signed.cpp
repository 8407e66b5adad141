#include "query/derived.hpp"
#include "query/signatures.hpp"
#include "value/codec.hpp"

namespace rapport::query::signed_derived {
namespace {

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const model::Engagement& letter = context.data.engagement(head);
  if (!letter.communication || !letter.communication->sent) return;
  for (const auto& mandate : signatures(*letter.communication)) sink(&mandate);
}

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "SIGNED BY",
    .doc = "The mandates that signed the letter, once it was sent.",
    .is_of_engagements = true,
    .type = value::type_of<value::MandateCode>,
    .reveals = value::Reveals::open,
    .has_many = true,
    .values = &values,
};

}  // namespace rapport::query::signed_derived
