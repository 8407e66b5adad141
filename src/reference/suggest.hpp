// Which rows may be meant by a code or name that is none: what "did you mean" proposes.
#pragma once

#include "reference/reference_data.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::reference {

/// The rows that `written` may stand for where a code of `set` is due: by its code or name in any
/// language, by the codes that others write for it (sport, former codes), by a slip. Several where
/// it has several readings; a territory where a State is due and a territory is meant.
///
/// A code of a State is never taken for a slip of another State's, except with two letters
/// exchanged: followed, such a hint would change the State without a trace.
std::vector<value::RowId> readings(const ReferenceData& library, value::CodeSet set,
                                   std::string_view written);

/// The code, where there is one reading and it is of that set; else empty.
std::string_view meant(const ReferenceData& library, value::CodeSet set, std::string_view written);

/// A code of ISO 3166-1, of two or three letters, that is of no State.
bool is_territory_code(std::string_view written);

/// "did you mean 'HND'?"; empty when nothing is.
std::string did_you_mean(const ReferenceData& library, value::CodeSet set,
                         std::string_view written);

}  // namespace rapport::reference
