#include "query/derived/derived.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query {
namespace {

/// A letter that says no State is one to the State of its addressee. That is read from another
/// record, so others than the office get what the letter's own says.
void values(const model::Head& head, const Context& context, const Sink& sink) {
  const model::Engagement& engagement = context.data.engagement(head);
  if (engagement.country) return sink(&engagement.country);
  if (!engagement.communication || engagement.territory || !context.is_for_office) return;
  const auto* addressee = context.data.partner(engagement.communication->addressee);
  if (addressee != nullptr && addressee->country) sink(&addressee->country);
}

constexpr std::array<std::string_view, 3> rests_on = {"country", "communication", "addressee"};

}  // namespace

extern const Derived country_derived;
const Derived country_derived = {
    .name = "country",
    .heading = "COUNTRY",
    .doc = "The State it was in or about; of a letter that says none, the State of its addressee.",
    .is_of_engagements = true,
    .type = value::type_of<value::StateCode>,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query
