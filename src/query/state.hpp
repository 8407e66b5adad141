// The State an engagement was in or about.
#pragma once

#include "query/context.hpp"

namespace rapport::query {

/// A letter that says none, nor a territory, is one to the State of its addressee. That is read
/// from another record, so others than the office get what the letter's own says.
value::StateCode state_of(const model::Engagement& engagement, const Context& context);

}  // namespace rapport::query
