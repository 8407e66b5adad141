// What most rows of the reference data have in common: a code, names, and where they come from.
#pragma once

#include "model/record.hpp"

namespace rapport::model {

using MechanismCode = value::Code<value::CodeSet::mechanism>;
using TreatyCode = value::Code<value::CodeSet::treaty>;

namespace about {

using value::RowMeta;

inline constexpr RowMeta code{.doc = "Its code.", .required = true};
inline constexpr RowMeta name_en{.doc = "Name in English."};
inline constexpr RowMeta name_fr{.doc = "Name in French."};
inline constexpr RowMeta name_es{.doc = "Name in Spanish."};
inline constexpr RowMeta title_en{.doc = "Full title in English."};
inline constexpr RowMeta title_fr{.doc = "Full title in French."};
inline constexpr RowMeta title_es{.doc = "Full title in Spanish."};
inline constexpr RowMeta aliases{.doc = "Other names, only to recognise what is typed."};
inline constexpr RowMeta memberships{.doc = "The organisations it belongs or belonged to."};
inline constexpr RowMeta state{.doc = "The State.", .required = true};
inline constexpr RowMeta treaty{.doc = "The treaty.", .required = true};
inline constexpr RowMeta treaty_status{.doc = "party, signed, no-action or denounced.",
                                       .required = true};
inline constexpr RowMeta seat{.doc = "Where it has its seat."};
inline constexpr RowMeta since{.doc = "Since when."};
inline constexpr RowMeta until{.doc = "Its last day."};
inline constexpr RowMeta notes{.doc = "What the other rows do not say."};
inline constexpr RowMeta as_of{.doc = "The date the row was true; else that of the file."};
inline constexpr RowMeta source{.doc = "Where the row comes from; else that of the file."};
inline constexpr RowMeta unverified{.doc = "What of it was not verified."};

}  // namespace about
}  // namespace rapport::model
