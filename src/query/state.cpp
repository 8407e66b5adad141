#include "query/state.hpp"

namespace rapport::query {

value::StateCode state_of(const model::Engagement& engagement, const Context& context) {
  if (engagement.country || engagement.territory || !engagement.communication)
    return engagement.country;
  if (!context.is_for_office) return {};
  const auto* addressee = context.data.partner(engagement.communication->addressee);
  return addressee == nullptr ? value::StateCode{} : addressee->country;
}

}  // namespace rapport::query
