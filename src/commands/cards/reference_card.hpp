// Rows of the reference data as cards: any row by its fields, a State with all that follows from it
// on a day.
#pragma once

#include "reference/reference_data.hpp"
#include "view/cards.hpp"

#include <optional>
#include <string_view>

namespace rapport::commands {

/// The row of a code, which must exist; of a mandate, also how it stood on the day.
view::Card row_card(const reference::ReferenceData& library, value::RowId row,
                    const value::Date& on);
view::Card state_card(const reference::ReferenceData& library, value::StateCode state,
                      const value::Date& on);
/// Whether the office wrote it, or some of it.
bool is_own(const reference::ReferenceData& library, value::RowId row);
/// A peace mission of which only is recorded that it ended; nothing for another code.
std::optional<view::Card> mission_card(const reference::ReferenceData& library,
                                       std::string_view typed);
bool is_own_mission(const reference::ReferenceData& library, std::string_view typed);

}  // namespace rapport::commands
