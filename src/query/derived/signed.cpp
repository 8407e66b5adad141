#include "query/derived.hpp"
#include "query/signatures.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::signed_derived {
namespace {

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const model::Engagement& letter = context.data.engagement(head);
  if (!letter.communication || !letter.communication->sent) return;
  for (const auto& mandate : signatures(*letter.communication)) sink(&mandate);
}

constexpr std::array<std::string_view, 4> rests_on = {"communication.sent", "communication.lead",
                                                      "communication.signed_by",
                                                      "communication.co_signatories"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "SIGNED BY",
    .doc = "The mandates that signed the letter, once it was sent.",
    .example = "signed:sr-torture",
    .is_of_engagements = true,
    .only_of = letters_only,
    .type = value::type_of<value::MandateCode>,
    .reveals = value::Reveals::open,
    .has_many = true,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::signed_derived
