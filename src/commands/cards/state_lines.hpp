// The longer lines of a State's card, one file each.
#pragma once

#include "reference/reference_data.hpp"
#include "view/cards.hpp"

namespace rapport::commands {

view::Line memberships(const reference::ReferenceData&, value::StateCode, const value::Date& on);
view::Line mechanisms(const reference::ReferenceData&, value::StateCode, const value::Date& on);
view::Line treaties(const reference::ReferenceData&, value::StateCode, const value::Date& on);

}  // namespace rapport::commands
