// The class that says nothing is no answer.
#include "value/field.hpp"

#ifdef WRONG
constexpr auto said = rapport::value::Reveals::unstated;
#else
constexpr auto said = rapport::value::Reveals::identity;
#endif
constexpr rapport::value::FieldTraits row{.doc = "The name as it is written.", .reveals = said};
static_assert(row.doc.size() != 0);
