// A field says what its worst value would give away.
#include "value/field.hpp"

constexpr rapport::value::FieldTraits row{.doc = "The name as it is written.",
#ifndef WRONG
                                          .reveals = rapport::value::Reveals::identity
#endif
};
static_assert(row.doc.size() != 0);
