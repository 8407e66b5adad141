// What a partner takes from the row of the reference data it is listed as: its name and the States
// it is competent for. What the record says itself stays.
#pragma once

#include "model/partner.hpp"
#include "reference/reference_data.hpp"

namespace rapport::reference {

/// `arena` keeps what is filled in. The place of a filled value is that of `listed_as`.
void fill(model::Partner& partner, const ReferenceData& library, base::Arena& arena);

}  // namespace rapport::reference
