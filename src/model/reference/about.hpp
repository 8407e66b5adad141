// What most rows of the reference data have in common: a code, names, and where they come from.
#pragma once

#include "model/record.hpp"

namespace rapport::model {

using MechanismCode = value::Code<value::CodeSet::mechanism>;
using TreatyCode = value::Code<value::CodeSet::treaty>;

namespace about {

using value::FieldTraits;
using value::Reveals;

inline constexpr FieldTraits code{.doc = "Its code.", .reveals = Reveals::open, .required = true};
inline constexpr FieldTraits name_en{.doc = "Name in English.", .reveals = Reveals::open};
inline constexpr FieldTraits name_fr{.doc = "Name in French.", .reveals = Reveals::open};
inline constexpr FieldTraits name_es{.doc = "Name in Spanish.", .reveals = Reveals::open};
inline constexpr FieldTraits title_en{.doc = "Full title in English.", .reveals = Reveals::open};
inline constexpr FieldTraits title_fr{.doc = "Full title in French.", .reveals = Reveals::open};
inline constexpr FieldTraits title_es{.doc = "Full title in Spanish.", .reveals = Reveals::open};
inline constexpr FieldTraits aliases{.doc = "Other names, used only to recognise what is typed.",
                                     .reveals = Reveals::open};
inline constexpr FieldTraits other_codes{.doc =
                                             "Codes others use for it, such as codes of sport or "
                                             "former codes; used only to suggest the right one.",
                                         .reveals = Reveals::open};
inline constexpr FieldTraits memberships{.doc = "The organisations it belongs or belonged to.",
                                         .reveals = Reveals::open};
inline constexpr FieldTraits state{.doc = "The State.", .reveals = Reveals::open, .required = true};
inline constexpr FieldTraits treaty{
    .doc = "The treaty.", .reveals = Reveals::open, .required = true};
inline constexpr FieldTraits treaty_status{
    .doc = "party, signed, no-action or denounced.", .reveals = Reveals::open, .required = true};
inline constexpr FieldTraits seat{.doc = "Where its seat is.", .reveals = Reveals::open};
inline constexpr FieldTraits since{.doc = "Since when.", .reveals = Reveals::open};
inline constexpr FieldTraits until{.doc = "Its last day.", .reveals = Reveals::open};
inline constexpr FieldTraits notes{.doc = "What the other fields do not show.",
                                   .reveals = Reveals::content};
inline constexpr FieldTraits as_of{
    .doc = "The date on which the row was true; without it, that of the file.",
    .reveals = Reveals::open};
inline constexpr FieldTraits source{
    .doc = "Where the row comes from; without it, the source of the file.",
    .reveals = Reveals::content};
inline constexpr FieldTraits unverified{.doc = "What was not verified in it.",
                                        .reveals = Reveals::content};

}  // namespace about
}  // namespace rapport::model
