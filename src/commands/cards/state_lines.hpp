// The longer lines of a State's card, one file each.
#pragma once

#include "reference/library.hpp"
#include "view/cards.hpp"

namespace rapport::commands {

view::Line memberships(const reference::Library&, value::StateCode, const value::Date& on);
view::Line mechanisms(const reference::Library&, value::StateCode, const value::Date& on);
view::Line treaties(const reference::Library&, value::StateCode, const value::Date& on);

}  // namespace rapport::commands
